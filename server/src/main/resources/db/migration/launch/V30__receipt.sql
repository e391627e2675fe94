create table launch.receipt_key (
  number int primary key,
  public_key bytea not null,
  private_key bytea not null
);
