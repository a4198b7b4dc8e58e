/** Settings of a scope while they are being changed. Every act gives new settings. */

import type { ScopeSettings, StrategyView } from "../../../api/generated/admin";

/** What a type can be, besides having a place in the order. */
export type Trait = "unique" | "login" | "immutable";

export function has(settings: ScopeSettings, trait: Trait, type: string): boolean {
  return trait === "immutable" ? settings.immutable === type : settings[trait].includes(type);
}

function without(list: readonly string[], type: string): string[] {
  return list.filter((each) => each !== type);
}

/** An immutable type is unique and a log-in too: switching it on brings both. */
export function toggled(settings: ScopeSettings, trait: Trait, type: string): ScopeSettings {
  const on = !has(settings, trait, type);
  if (trait !== "immutable") {
    const rest = without(settings[trait], type);
    return { ...settings, [trait]: on ? [...rest, type] : rest };
  }
  if (!on) return { ...settings, immutable: null };
  return {
    ...settings,
    immutable: type,
    unique: [...without(settings.unique, type), type],
    login: [...without(settings.login, type), type],
  };
}

/** Puts the type at `from` to `to`; places out of the order change nothing. */
export function moved(settings: ScopeSettings, from: number, to: number): ScopeSettings {
  const type = settings.priority[from];
  if (type === undefined || to < 0 || to >= settings.priority.length || from === to) return settings;
  return { ...settings, priority: settings.priority.toSpliced(from, 1).toSpliced(to, 0, type) };
}

export function putFirst(settings: ScopeSettings, type: string): ScopeSettings {
  return { ...settings, priority: [type, ...without(settings.priority, type)] };
}

export function added(settings: ScopeSettings, type: string): ScopeSettings {
  return { ...settings, priority: [...without(settings.priority, type), type] };
}

/** A type that nobody is looked up by is neither unique nor a log-in. */
export function removed(settings: ScopeSettings, type: string): ScopeSettings {
  return {
    ...settings,
    priority: without(settings.priority, type),
    unique: without(settings.unique, type),
    login: without(settings.login, type),
    immutable: settings.immutable === type ? null : settings.immutable,
  };
}

/** The settings of a named strategy, in the order of now where it can work with that. */
export function withStrategy(settings: ScopeSettings, { settings: named }: StrategyView): ScopeSettings {
  const needed = [...named.unique, ...named.login].every((type) => settings.priority.includes(type));
  const first = named.immutable === null || settings.priority[0] === named.immutable;
  return { ...named, priority: needed && first ? settings.priority : named.priority };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((type) => other.includes(type));
}

export function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((type, place) => type === other[place]);
}

export function sameSettings(one: ScopeSettings, other: ScopeSettings): boolean {
  return (
    sameOrder(one.priority, other.priority) &&
    sameSet(one.unique, other.unique) &&
    sameSet(one.login, other.login) &&
    one.immutable === other.immutable &&
    one.new_known === other.new_known &&
    one.on_logout === other.on_logout &&
    one.login_needs_login_id === other.login_needs_login_id &&
    one.search === other.search
  );
}
