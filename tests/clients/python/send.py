"""Sends with the server library what it is told to, and prints what the library said to each call, as JSON."""

import json
import sys
import time

import mparticle
from mparticle.rest import ApiException

from everything import everything


def api(url, key, secret):
    """A client of an engine."""
    configuration = mparticle.Configuration()
    configuration.host = url + "/v2"
    configuration.api_key = key
    configuration.api_secret = secret
    return mparticle.EventsApi(configuration)


def told(call, body):
    """What a call came to: the status, and the engine's words if it had any."""
    try:
        _data, status, _headers = call(body)
        return {"status": status, "words": ""}
    except ApiException as refusal:
        headers = {name.lower(): value for name, value in (refusal.headers or {}).items()}
        return {"status": refusal.status, "words": refusal.body, "retry_after": headers.get("retry-after")}


def person(customer, **fields):
    """A batch of somebody, without events."""
    batch = mparticle.Batch(environment="production", **fields)
    batch.user_identities = mparticle.UserIdentities(customerid=customer)
    return batch


def send_everything(engine, start_ms):
    """The whole scenario: all there is, then changes in bulk."""
    sender = api(**engine)
    batch = everything(start_ms)
    changes = person("py-1", user_attributes={"points": 20}, deleted_user_attributes=["to_delete", "never set"])
    second = person("py-2", user_attributes={"points": 1})
    second.events = [mparticle.AppEvent("bare")]
    return [
        told(sender.upload_events, batch),
        told(sender.upload_events, batch),
        told(sender.bulk_upload_events, [changes, second]),
    ]


def send_mistakes(engine):
    """What the library's users do wrong, each with its name."""
    sender = api(**engine)
    unwrapped = person("py-3", events=[mparticle.AppEvent("unwrapped")])
    many = [person("many-%d" % n) for n in range(101)]
    good = person("py-3")
    return {
        "empty bulk": told(sender.bulk_upload_events, []),
        "events given to the constructor": told(sender.upload_events, unwrapped),
        "nobody": told(sender.upload_events, mparticle.Batch(environment="production")),
        "101 batches": told(sender.bulk_upload_events, many),
        "wrong secret": told(api(engine["url"], engine["key"], "wrong").upload_events, good),
        "unknown key": told(api(engine["url"], "us1-" + "0" * 32, engine["secret"]).upload_events, good),
        "no credentials": told(api(engine["url"], "", "").upload_events, good),
        "100 batches": told(sender.bulk_upload_events, many[:100]),
    }


def send_too_much(engine):
    """Sends until the engine has enough, then on at once, then after the time that it named."""
    outcomes = []
    while not outcomes or outcomes[-1]["status"] == 202 and len(outcomes) < 50:
        outcomes.append(told(api(**engine).upload_events, person("fast-%d" % len(outcomes))))
    at_once = told(api(**engine).upload_events, person("at-once"))
    time.sleep(int(outcomes[-1]["retry_after"]) + 1)
    later = told(api(**engine).upload_events, person("later"))
    return {"outcomes": outcomes, "at_once": at_once, "later": later}


SCENARIOS = {"everything": send_everything, "mistakes": send_mistakes, "too much": send_too_much}

if __name__ == "__main__":
    scenario, options = sys.argv[1], json.loads(sys.argv[2])
    json.dump(SCENARIOS[scenario](**options), sys.stdout)
