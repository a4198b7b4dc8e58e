//! Commerce events: products, promotions, impressions (events.md 8.5).

use crate::value::{Number, Scalar};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident $word:literal $label:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$word_doc])* $variant),+ }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What people call it.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// The one of a word on the wire.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.name() == name)
            }
        }
    };
}

words! {
    /// What was done with products.
    ProductActionKind {
        /// Put into the cart.
        AddToCart "add_to_cart" "Add to cart",
        /// Taken out of the cart.
        RemoveFromCart "remove_from_cart" "Remove from cart",
        /// A step of the checkout.
        Checkout "checkout" "Checkout",
        /// A choice during checkout.
        CheckoutOption "checkout_option" "Checkout option",
        /// Clicked on.
        Click "click" "Product click",
        /// Looked at.
        ViewDetail "view_detail" "Product view",
        /// Bought.
        Purchase "purchase" "Purchase",
        /// Paid back.
        Refund "refund" "Refund",
        /// Put on the wish list.
        AddToWishlist "add_to_wishlist" "Add to wish list",
        /// Taken off it; spelled like this on the wire, and `remove_from_wishlist` is read too.
        RemoveFromWishList "remove_from_wish_list" "Remove from wish list",
    }
}

words! {
    /// What was done with a promotion.
    PromotionActionKind {
        /// Shown.
        View "view" "Promotion view",
        /// Clicked.
        Click "click" "Promotion click",
    }
}

/// A commerce event's own fields. One of the three parts is there as a rule; none is accepted (events.md RD-6).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commerce {
    /// What was done with products.
    pub product_action: Option<ProductAction>,
    /// What was done with promotions.
    pub promotion_action: Option<(PromotionActionKind, Vec<Promotion>)>,
    /// Lists shown: the list's name and its products.
    pub impressions: Vec<(Option<Box<str>>, Vec<Product>)>,
    /// ISO 4217.
    pub currency_code: Option<Box<str>>,
    /// The screen it happened on.
    pub screen_name: Option<Box<str>>,
}

/// One action on products.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductAction {
    /// What was done.
    pub action: ProductActionKind,
    /// The order's id.
    pub transaction_id: Option<Box<str>>,
    /// The shop within the shop.
    pub affiliation: Option<Box<str>>,
    /// The order's total.
    pub total_amount: Option<Number>,
    /// Tax within it.
    pub tax_amount: Option<Number>,
    /// Shipping within it.
    pub shipping_amount: Option<Number>,
    /// A coupon for the order.
    pub coupon_code: Option<Box<str>>,
    /// Which step of the checkout.
    pub checkout_step: Option<i64>,
    /// What was chosen at that step.
    pub checkout_options: Option<Box<str>>,
    /// The products.
    pub products: Vec<Product>,
}

/// One product of an action or impression.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Product {
    /// The article's id.
    pub id: Option<Box<str>>,
    /// Its name.
    pub name: Option<Box<str>>,
    /// Its brand.
    pub brand: Option<Box<str>>,
    /// Its category.
    pub category: Option<Box<str>>,
    /// Size, colour.
    pub variant: Option<Box<str>>,
    /// Its place in a list.
    pub position: Option<i64>,
    /// For one piece.
    pub price: Option<Number>,
    /// How many.
    pub quantity: Option<Number>,
    /// For all pieces.
    pub total_product_amount: Option<Number>,
    /// A coupon for this product.
    pub coupon_code: Option<Box<str>>,
    /// Attributes of the product.
    pub attributes: Vec<(Box<str>, Scalar)>,
}

/// One promotion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promotion {
    /// Its id.
    pub id: Option<Box<str>>,
    /// Its name.
    pub name: Option<Box<str>>,
    /// Which picture.
    pub creative: Option<Box<str>>,
    /// Where it stood.
    pub position: Option<Box<str>>,
}
