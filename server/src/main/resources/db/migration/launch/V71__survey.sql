create table launch.survey_answer (
  order_id uuid primary key,
  answers text not null,
  at timestamptz not null
);
