// A Vendure shop with one product, on the database that the environment names: the defaults, a payment method that
// settles at once, and nothing else.
'use strict';
const { bootstrap, DefaultLogger, dummyPaymentHandler, LogLevel, mergeConfig, defaultConfig } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const config = mergeConfig(defaultConfig, {
  apiOptions: { port: Number(process.env.SHOP_PORT), hostname: '127.0.0.1', shopApiPath: 'shop-api', adminApiPath: 'admin-api' },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'],
    cookieOptions: { secret: 'only for measuring' },
    superadminCredentials: { identifier: 'superadmin', password: process.env.SHOP_DATABASE_PASSWORD },
  },
  dbConnectionOptions: {
    type: 'postgres',
    host: '127.0.0.1',
    port: Number(process.env.SHOP_DATABASE_PORT),
    database: process.env.SHOP_DATABASE,
    username: process.env.SHOP_DATABASE_USER,
    password: process.env.SHOP_DATABASE_PASSWORD,
    synchronize: true,
  },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  logger: new DefaultLogger({ level: LogLevel.Error }),
});

const world = {
  defaultLanguage: 'en',
  defaultZone: 'Europe',
  countries: [{ name: 'Germany', code: 'DE', zone: 'Europe' }],
  taxRates: [{ name: 'Standard Tax', percentage: 20 }],
  shippingMethods: [{ name: 'Standard Shipping', price: 0 }],
  paymentMethods: [
    { name: 'Standard Payment', handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] } },
  ],
  collections: [],
};

const products = `name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets
The car,the-car,,,,,,CAR,1000,standard,0,true,,
`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vendure-'));
const file = path.join(folder, 'products.csv');
fs.writeFileSync(file, products);
populate(() => bootstrap(config), world, file)
  .then(() => console.log('serving'))
  .catch((failure) => {
    console.error(failure);
    process.exitCode = 1;
  })
  .finally(() => fs.rmSync(folder, { recursive: true }))
  .then(() => process.exitCode && process.exit());
