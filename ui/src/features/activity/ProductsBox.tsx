/** What was bought, line by line, and what it comes to. */

import type { CommerceView, ProductLineView } from "../../api/generated/admin";
import { articleCount, groupedNumber, money } from "../../components/money";
import { counted } from "../../components/numbers";

export function ProductsBox({ commerce }: { commerce: CommerceView }) {
  const { products, currency } = commerce;
  return (
    <div className="products">
      {products.length > 0 && (
        <>
          <div className="products-line products-head">
            <span>Product</span>
            <span>SKU</span>
            <span className="num">Qty</span>
            <span className="num">Price</span>
            <span className="num">Total</span>
          </div>
          {products.map((product, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one article can stand in an order twice, and the order is fixed.
            <ProductLine key={place} product={product} />
          ))}
        </>
      )}
      <div className="products-sum">
        {products.length > 0 && <span>{itemsWords(products)}</span>}
        {commerce.tax !== null && <Part name="Tax" value={groupedNumber(commerce.tax)} />}
        {commerce.shipping !== null && <Part name="Shipping" value={groupedNumber(commerce.shipping)} />}
        {commerce.coupon !== null && <Part name="Coupon" value={commerce.coupon} />}
        <span className="spring" />
        {commerce.total !== null && (
          <span>
            Total <b className="products-total">{money(commerce.total, currency)}</b>
          </span>
        )}
      </div>
    </div>
  );
}

function itemsWords(products: readonly ProductLineView[]): string {
  const count = articleCount(products.map((product) => product.quantity));
  return count === undefined ? counted(products.length, "line") : counted(count, "item");
}

function Part({ name, value }: { name: string; value: string }) {
  return (
    <span>
      {name} <b>{value}</b>
    </span>
  );
}

function ProductLine({ product }: { product: ProductLineView }) {
  const { quantity, price, total } = product;
  return (
    <div className="products-line">
      <span className="trunc" title={`${product.name} ${product.detail}`.trim()}>
        {product.name} <span className="t3">{product.detail}</span>
      </span>
      <span className="id trunc" title={product.sku ?? undefined}>
        {product.sku ?? "–"}
      </span>
      <span className="num">{quantity === null ? "1" : groupedNumber(quantity)}</span>
      <span className="num">{price === null ? "–" : groupedNumber(price)}</span>
      <span className="num">{total === null ? "–" : groupedNumber(total)}</span>
    </div>
  );
}
