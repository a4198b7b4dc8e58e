//! What the shop sells: sixty made-up products in twelve categories.

use crate::dice::Dice;

/// How a product's variants are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// European shoe sizes and a colour: `39, moss`.
    Shoe,
    /// Letters and a colour: `M, slate`.
    Clothing,
    /// A colour alone.
    Colour,
    /// No variants.
    Single,
}

/// One product, with the price before any currency.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) sku: &'static str,
    pub(crate) name: &'static str,
    pub(crate) brand: &'static str,
    pub(crate) category: &'static str,
    /// Whole euros.
    pub(crate) euros: i64,
    pub(crate) fit: Fit,
}

const SHOE_VARIANTS: [&str; 12] = [
    "37, moss",
    "38, moss",
    "39, moss",
    "39, ember",
    "40, moss",
    "41, slate",
    "42, slate",
    "42, ember",
    "43, slate",
    "44, slate",
    "45, moss",
    "46, slate",
];
const CLOTHING_VARIANTS: [&str; 10] = [
    "XS, moss",
    "S, moss",
    "S, ember",
    "M, moss",
    "M, slate",
    "M, ember",
    "L, slate",
    "L, moss",
    "XL, slate",
    "XXL, slate",
];
const COLOURS: [&str; 5] = ["moss", "slate", "ember", "sand", "fjord blue"];

impl Fit {
    /// The variants, likeliest sizes in the middle; empty when there are none.
    pub(crate) fn variants(self) -> &'static [&'static str] {
        match self {
            Fit::Shoe => &SHOE_VARIANTS,
            Fit::Clothing => &CLOTHING_VARIANTS,
            Fit::Colour => &COLOURS,
            Fit::Single => &[],
        }
    }
}

const fn product(
    sku: &'static str,
    name: &'static str,
    brand: &'static str,
    category: &'static str,
    euros: i64,
    fit: Fit,
) -> Product {
    Product { sku, name, brand, category, euros, fit }
}

/// A product that somebody takes a look at; the best sellers are likelier.
pub(crate) fn some_product(dice: &mut Dice) -> &'static Product {
    &PRODUCTS[dice.early_place(PRODUCTS.len())]
}

/// The catalogue, best sellers first.
static PRODUCTS: [Product; 60] = [
    product("SKV-4W", "Skarv Trail 4 W", "Skarv", "trail-shoes", 149, Fit::Shoe),
    product("SKV-4M", "Skarv Trail 4 M", "Skarv", "trail-shoes", 149, Fit::Shoe),
    product("MER-CS2P", "Merino crew sock, 2-pack", "Ullform", "socks", 18, Fit::Colour),
    product("LIC-RS-W", "Lichen rain shell W", "Lichen", "rain-shells", 189, Fit::Clothing),
    product("LIC-RS-M", "Lichen rain shell M", "Lichen", "rain-shells", 189, Fit::Clothing),
    product("RDG-24", "Ridge 24 daypack", "Tarn & Tor", "backpacks", 119, Fit::Colour),
    product("BTL-07", "Steel bottle 0.7 l", "Northwind", "drinkware", 29, Fit::Colour),
    product("HLP-400", "Headlamp 400", "Polaris", "lighting", 49, Fit::Single),
    product("CAP-MESH", "Mesh trail cap", "Northwind", "accessories", 25, Fit::Colour),
    product("SKV-SPD", "Skarv Speed 2", "Skarv", "trail-shoes", 169, Fit::Shoe),
    product("GAI-LOW", "Low gaiter", "Northwind", "accessories", 32, Fit::Clothing),
    product("BSL-150", "Merino base layer 150", "Ullform", "base-layers", 79, Fit::Clothing),
    product("BSL-200", "Merino base layer 200", "Ullform", "base-layers", 89, Fit::Clothing),
    product("GEL-6", "Energy gel, 6-pack", "Kvikk", "nutrition", 15, Fit::Single),
    product("BAR-12", "Oat bar, 12-pack", "Kvikk", "nutrition", 24, Fit::Single),
    product("POL-CF", "Carbon poles, pair", "Tarn & Tor", "trekking-poles", 139, Fit::Single),
    product("POL-AL", "Aluminium poles, pair", "Tarn & Tor", "trekking-poles", 69, Fit::Single),
    product("TNT-2L", "Fell 2 tent, light", "Vidda", "tents", 449, Fit::Colour),
    product("TNT-1U", "Fell 1 tent, ultralight", "Vidda", "tents", 529, Fit::Single),
    product("TNT-3F", "Fell 3 tent, family", "Vidda", "tents", 599, Fit::Colour),
    product("SLB-5", "Down sleeping bag +5", "Vidda", "sleeping", 229, Fit::Single),
    product("SLB-M5", "Down sleeping bag -5", "Vidda", "sleeping", 319, Fit::Single),
    product("MAT-R4", "Insulated mat R4", "Vidda", "sleeping", 129, Fit::Single),
    product("PIL-UL", "Inflatable pillow", "Vidda", "sleeping", 29, Fit::Colour),
    product("RDG-38", "Ridge 38 pack", "Tarn & Tor", "backpacks", 179, Fit::Colour),
    product("RDG-55", "Ridge 55 pack", "Tarn & Tor", "backpacks", 239, Fit::Colour),
    product("VST-10", "Running vest 10 l", "Tarn & Tor", "backpacks", 99, Fit::Clothing),
    product("DRY-13", "Dry bag 13 l", "Northwind", "accessories", 22, Fit::Colour),
    product("RNP-W", "Lichen rain trousers W", "Lichen", "rain-shells", 129, Fit::Clothing),
    product("RNP-M", "Lichen rain trousers M", "Lichen", "rain-shells", 129, Fit::Clothing),
    product("WND-UL", "Gust wind jacket", "Lichen", "rain-shells", 99, Fit::Clothing),
    product("ANK-GTX", "Skarv Mid boot", "Skarv", "trail-shoes", 199, Fit::Shoe),
    product("APP-SH", "Approach shoe Crag", "Skarv", "trail-shoes", 139, Fit::Shoe),
    product("REC-SL", "Camp slipper", "Skarv", "trail-shoes", 45, Fit::Shoe),
    product("SOK-LIN", "Liner sock", "Ullform", "socks", 14, Fit::Colour),
    product("SOK-HVY", "Winter sock", "Ullform", "socks", 22, Fit::Colour),
    product("SOK-TOE", "Toe sock", "Ullform", "socks", 19, Fit::Colour),
    product("STV-GAS", "Ember gas stove", "Ember", "camp-kitchen", 59, Fit::Single),
    product("STV-SYS", "Ember stove system 1 l", "Ember", "camp-kitchen", 129, Fit::Single),
    product("POT-TI", "Titanium pot 0.9 l", "Ember", "camp-kitchen", 54, Fit::Single),
    product("MUG-EN", "Enamel mug \"Basecamp\"", "Northwind", "drinkware", 12, Fit::Colour),
    product("FLT-SQ", "Squeeze water filter", "Klar", "drinkware", 45, Fit::Single),
    product("FLS-05", "Soft flask 0.5 l", "Klar", "drinkware", 18, Fit::Single),
    product("LNT-USB", "Camp lantern USB", "Polaris", "lighting", 39, Fit::Single),
    product("HLP-800", "Headlamp 800 Pro", "Polaris", "lighting", 109, Fit::Single),
    product("WCH-GPS", "Cairn GPS watch", "Cairn", "electronics", 349, Fit::Colour),
    product("BCN-SOS", "Cairn satellite beacon", "Cairn", "electronics", 299, Fit::Single),
    product("PWR-10", "Power bank 10,000", "Polaris", "electronics", 45, Fit::Single),
    product("DWN-W", "Down jacket Cirrus W", "Lichen", "insulation", 249, Fit::Clothing),
    product("DWN-M", "Down jacket Cirrus M", "Lichen", "insulation", 249, Fit::Clothing),
    product("FLC-HZ", "Half-zip fleece", "Ullform", "insulation", 85, Fit::Clothing),
    product("GLV-LIN", "Liner gloves", "Ullform", "accessories", 28, Fit::Clothing),
    product("GLV-WP", "Waterproof mitts", "Lichen", "accessories", 59, Fit::Clothing),
    product("BNE-MER", "Merino beanie", "Ullform", "accessories", 35, Fit::Colour),
    product("BUF-MER", "Merino neck tube", "Ullform", "accessories", 27, Fit::Colour),
    product("MAP-KNG", "Trail map \"King's Ridge\"", "Northwind", "accessories", 19, Fit::Single),
    product("KIT-AID", "First-aid kit, light", "Northwind", "accessories", 34, Fit::Single),
    product("REP-TNT", "Tent repair kit", "Vidda", "tents", 16, Fit::Single),
    product("CRM-LGT", "Light crampons", "Tarn & Tor", "accessories", 65, Fit::Clothing),
    product("SNO-25", "Snowshoes 25", "Tarn & Tor", "accessories", 199, Fit::Single),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_product_has_its_own_number() {
        let skus: BTreeSet<&str> = PRODUCTS.iter().map(|product| product.sku).collect();
        assert_eq!(skus.len(), PRODUCTS.len());
        assert!(PRODUCTS.iter().all(|product| product.euros > 0));
    }

    #[test]
    fn there_are_a_dozen_categories_or_more() {
        let categories: BTreeSet<&str> = PRODUCTS.iter().map(|product| product.category).collect();
        assert!(categories.len() >= 12, "{categories:?}");
    }
}
