-- Invoices, what was paid, and what is owed back.
create schema billing;

-- What other modules tell (Contracts) --------------------------------------------------------------------------------------

create table billing.events (
  event_id uuid primary key,
  organisation_id uuid not null,
  version bigint not null,
  slug varchar not null,
  name_de varchar not null,
  name_en varchar not null
);
create index events_by_slug on billing.events (slug);

-- Read model (rebuilt from events at any time) -----------------------------------------------------------------------------

create table billing.bills (
  bill_id uuid primary key,
  organisation_id uuid not null,
  event_id uuid not null,
  payer_id uuid not null,
  reference varchar not null,
  subject_de varchar not null,
  subject_en varchar not null,
  fee_of uuid,
  quote boolean not null,
  ordered_at timestamptz not null,
  stage varchar not null, -- Waiting, Quoted, Issued, Cancelled, Withdrawn
  net numeric not null default 0,
  gross numeric not null default 0,
  received numeric not null default 0,
  gone numeric not null default 0,
  issued_on date,
  due_on date,
  overdue boolean not null default false,
  reminders int not null default 0,
  paid numeric not null generated always as (received - gone) stored,
  state varchar not null generated always as (
    case when stage = 'Issued' then case when received - gone >= gross then 'Paid' when overdue then 'Overdue' else 'Open' end
      when stage in ('Cancelled', 'Withdrawn') then case when received - gone > 0 then 'RefundDue' else 'Cancelled' end
      else stage end) stored,
  owed numeric not null generated always as (
    case when stage = 'Issued' then greatest(0, received - gone - gross)
      when stage in ('Cancelled', 'Withdrawn') then greatest(0, received - gone) else 0 end) stored
);
create index bills_by_organisation on billing.bills (organisation_id, state);
create index bills_by_event on billing.bills (event_id);

-- Who sells: the organisation's data, with the name of a contact ------------------------------------------------------------

create table billing.sellers (
  organisation_id uuid primary key,
  settings jsonb not null,
  changed_at timestamptz not null
);

-- What was printed, and the XML as it was sent. Kept for eight years, whoever asks for erasure: the law wants it. -------------

create table billing.documents (
  document_id uuid primary key,
  bill_id uuid not null,
  organisation_id uuid not null,
  event_id uuid not null,
  payer_id uuid not null,
  kind varchar not null, -- Quote, Invoice, Cancellation
  number varchar,
  issued_on date not null,
  printed jsonb not null,
  xml bytea
);
create unique index documents_by_number on billing.documents (organisation_id, number) where number is not null;
create index documents_by_bill on billing.documents (bill_id);
create index documents_by_day on billing.documents (issued_on);

create function billing.keep_documents() returns trigger language plpgsql as $$
begin
  raise exception 'what was printed does not change';
end $$;
create trigger documents_stay before update on billing.documents for each row execute function billing.keep_documents();

-- The account: who paid what for which purpose. Personal rows, erased with the documents. --------------------------------------

create table billing.payments (
  payment_id uuid primary key,
  organisation_id uuid not null,
  import_id uuid not null,
  amount numeric not null,
  booked_on date not null,
  payer_name varchar not null,
  payer_iban varchar not null,
  purpose varchar not null,
  twin_id uuid,
  stage varchar not null, -- Suspected, Unmatched, Assigned, SetAside, Dropped
  returned boolean not null,
  bill_ids uuid[] not null default '{}'
);
create index payments_by_stage on billing.payments (organisation_id, stage);
create index payments_by_bill on billing.payments using gin (bill_ids);
create index payments_by_day on billing.payments (organisation_id, booked_on, amount);

create table billing.imports (
  import_id uuid primary key,
  organisation_id uuid not null,
  file_name varchar not null,
  imported_at timestamptz not null,
  taken int not null,
  known int not null,
  suspected int not null,
  passed_over int not null
);
create index imports_by_organisation on billing.imports (organisation_id, imported_at);

-- The secret that the links in mails are made with; sealed by the host's key ring.
create table billing.link_key (
  only_one boolean primary key default true check (only_one),
  secret varchar not null
);
