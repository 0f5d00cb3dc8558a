CREATE TABLE "ai_responses" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"message_ids" text[] NOT NULL,
	"task" text NOT NULL,
	"outcome" text NOT NULL,
	"model" text NOT NULL,
	"fallback_for" text,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_micro_usd" bigint NOT NULL,
	"latency_ms" integer NOT NULL,
	"confidence" double precision,
	"output" jsonb,
	"error" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "ai_responses_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "ai_responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog_versions" (
	"tenant_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "catalog_versions_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "catalog_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "categories" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"parent_id" text collate "C",
	"name" text NOT NULL,
	"path" text NOT NULL,
	"path_key" text NOT NULL,
	"keywords" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "categories_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "categories_path_key" UNIQUE("tenant_id","path_key"),
	CONSTRAINT "categories_parent_check" CHECK ("categories"."parent_id" is distinct from "categories"."id")
);
--> statement-breakpoint
ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_option_groups" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "product_option_groups_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "product_option_groups_name_key" UNIQUE("tenant_id","product_id","name")
);
--> statement-breakpoint
ALTER TABLE "product_option_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_options" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"group_id" text collate "C" NOT NULL,
	"value" text NOT NULL,
	"aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "product_options_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "product_options_value_key" UNIQUE("tenant_id","group_id","value")
);
--> statement-breakpoint
ALTER TABLE "product_options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_variants" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"axis" text NOT NULL,
	"value" text NOT NULL,
	"aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"sku" text,
	"price_minor" bigint,
	"currency" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "product_variants_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "product_variants_value_key" UNIQUE("tenant_id","product_id","axis","value"),
	CONSTRAINT "product_variants_price_check" CHECK ("product_variants"."price_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "product_variants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"category_id" text collate "C",
	"aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"keywords" text[] DEFAULT '{}'::text[] NOT NULL,
	"unit" text,
	"price_minor" bigint,
	"currency" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"search_text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "products_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "products_sku_key" UNIQUE("tenant_id","sku"),
	CONSTRAINT "products_price_check" CHECK ("products"."price_minor" >= 0),
	CONSTRAINT "products_currency_check" CHECK ("products"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channel_accounts" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"routing_key" text collate "C" NOT NULL,
	"address" text,
	"portfolio_id" text collate "C" NOT NULL,
	"app_secret_sealed" text NOT NULL,
	"verify_token_sealed" text NOT NULL,
	"access_token_sealed" text,
	"last_inbound_at" timestamp (6) with time zone,
	"last_error_at" timestamp (6) with time zone,
	"last_error" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "channel_accounts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "channel_accounts_type_check" CHECK ("channel_accounts"."type" in ('WHATSAPP', 'SMS', 'EMAIL')),
	CONSTRAINT "channel_accounts_status_check" CHECK ("channel_accounts"."status" in ('ACTIVE', 'DISABLED')),
	CONSTRAINT "channel_accounts_name_check" CHECK (length("channel_accounts"."name") between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "channel_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channel_routes" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"routing_key" text collate "C" NOT NULL,
	CONSTRAINT "channel_routes_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "channel_routes_key" UNIQUE("type","routing_key")
);
--> statement-breakpoint
ALTER TABLE "channel_routes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_events" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"from_status" text,
	"to_status" text,
	"assignee_id" text collate "C",
	"bot_state" text,
	"bot_reason" text,
	"occurred_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "conversation_events_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "conversation_events_seq_key" UNIQUE("tenant_id","conversation_id","seq"),
	CONSTRAINT "conversation_events_type_check" CHECK ("conversation_events"."type" in ('STATUS_CHANGED', 'ASSIGNED', 'HANDOVER')),
	CONSTRAINT "conversation_events_actor_kind_check" CHECK ("conversation_events"."actor_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT'))
);
--> statement-breakpoint
ALTER TABLE "conversation_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"identity_id" text collate "C" NOT NULL,
	"channel_account_id" text collate "C" NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"snoozed_until" timestamp (6) with time zone,
	"assignee_id" text collate "C",
	"unread_count" integer DEFAULT 0 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"last_message_seq" integer DEFAULT 0 NOT NULL,
	"last_message_at" timestamp (6) with time zone NOT NULL,
	"processed_seq" integer DEFAULT 0 NOT NULL,
	"bot_state" text DEFAULT 'BOT' NOT NULL,
	"bot_reason" text,
	"bot_since" timestamp (6) with time zone,
	"window_expires_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "conversations_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "conversations_status_check" CHECK ("conversations"."status" in ('OPEN', 'PENDING', 'SNOOZED', 'RESOLVED')),
	CONSTRAINT "conversations_bot_state_check" CHECK ("conversations"."bot_state" in ('BOT', 'HUMAN', 'PAUSED')),
	CONSTRAINT "conversations_bot_reason_check" CHECK ("conversations"."bot_reason" in ('HUMAN_REPLIED', 'SWITCHED', 'CUSTOMER_ASKED', 'LOW_CONFIDENCE', 'POLICY', 'ERROR', 'BUDGET', 'LOOP')),
	CONSTRAINT "conversations_unread_count_check" CHECK ("conversations"."unread_count" >= 0),
	CONSTRAINT "conversations_snoozed_until_check" CHECK (("conversations"."status" = 'SNOOZED') = ("conversations"."snoozed_until" is not null))
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"channel_account_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"direction" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"text" text,
	"provider_message_id" text collate "C",
	"provider_event_id" text collate "C",
	"reply_to_id" text collate "C",
	"reply_to_provider_message_id" text collate "C",
	"forwarded" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"error_code" text,
	"error_message" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (6) with time zone,
	"attempted_at" timestamp (6) with time zone,
	"sent_at" timestamp (6) with time zone NOT NULL,
	"edited_at" timestamp (6) with time zone,
	"deleted_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "messages_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "messages_seq_key" UNIQUE("tenant_id","conversation_id","seq"),
	CONSTRAINT "messages_provider_key" UNIQUE("tenant_id","channel_account_id","provider_message_id"),
	CONSTRAINT "messages_direction_check" CHECK ("messages"."direction" in ('IN', 'OUT')),
	CONSTRAINT "messages_author_kind_check" CHECK ("messages"."author_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "messages_kind_check" CHECK ("messages"."kind" in ('TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'STICKER', 'BUTTON_REPLY', 'LIST_REPLY', 'FLOW_REPLY', 'TEMPLATE_BUTTON', 'ORDER', 'LOCATION', 'CONTACTS', 'REACTION', 'EDIT', 'DELETION', 'SYSTEM', 'UNSUPPORTED', 'UNKNOWN')),
	CONSTRAINT "messages_status_check" CHECK ("messages"."status" in ('RECEIVED', 'QUEUED', 'SENDING', 'UNKNOWN', 'SENT', 'FAILED', 'DELIVERED', 'READ')),
	CONSTRAINT "messages_received_check" CHECK (("messages"."direction" = 'IN') = ("messages"."status" = 'RECEIVED'))
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provider_events" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"channel_account_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"detail" text,
	"provider_message_id" text collate "C",
	"raw" jsonb NOT NULL,
	"received_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "provider_events_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "provider_events_key" UNIQUE("tenant_id","channel_account_id","key"),
	CONSTRAINT "provider_events_type_check" CHECK ("provider_events"."type" in ('MESSAGE', 'ECHO', 'STATUS', 'NOTICE', 'BAD')),
	CONSTRAINT "provider_events_state_check" CHECK ("provider_events"."state" in ('ACCEPTED', 'WAITING', 'QUARANTINED')),
	CONSTRAINT "provider_events_reason_check" CHECK ("provider_events"."reason" in ('UNKNOWN_ROUTE', 'MALFORMED', 'NO_SENDER', 'NOT_STORED')),
	CONSTRAINT "provider_events_quarantine_check" CHECK (("provider_events"."state" = 'QUARANTINED') = ("provider_events"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "provider_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_identities" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"primary_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"scope" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"profile_name" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "customer_identities_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "customer_identities_value_key" UNIQUE("tenant_id","scope","kind","value"),
	CONSTRAINT "customer_identities_kind_check" CHECK ("customer_identities"."kind" in ('PHONE', 'BSUID', 'EMAIL')),
	CONSTRAINT "customer_identities_value_check" CHECK (length("customer_identities"."value") between 1 and 320)
);
--> statement-breakpoint
ALTER TABLE "customer_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text,
	"code" text,
	"language" text,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "customers_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "customers_code_key" UNIQUE("tenant_id","code"),
	CONSTRAINT "customers_name_check" CHECK (length("customers"."name") between 1 and 200),
	CONSTRAINT "customers_code_check" CHECK (length("customers"."code") between 1 and 64),
	CONSTRAINT "customers_language_check" CHECK ("customers"."language" ~ '^[a-z]{2}$'),
	CONSTRAINT "customers_note_check" CHECK (length("customers"."note") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_chunks" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"doc_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"heading_path" text[] NOT NULL,
	"text" text NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"terms" sparsevec(536870912) NOT NULL,
	"word_count" double precision NOT NULL,
	"embedding" vector(384) NOT NULL,
	"embedding_model" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "knowledge_chunks_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_docs" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"metadata" jsonb NOT NULL,
	"status" text NOT NULL,
	"failure_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"language" text,
	"chunk_count" integer DEFAULT 0 NOT NULL,
	"indexed_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "knowledge_docs_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "knowledge_docs_external_id_key" UNIQUE("tenant_id","external_id"),
	CONSTRAINT "knowledge_docs_status_check" CHECK ("knowledge_docs"."status" in ('PENDING', 'PROCESSING', 'READY', 'FAILED')),
	CONSTRAINT "knowledge_docs_failure_check" CHECK (("knowledge_docs"."status" = 'FAILED') = ("knowledge_docs"."failure_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "knowledge_docs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_terms" (
	"tenant_id" text collate "C" NOT NULL,
	"term" integer NOT NULL,
	"chunk_count" integer NOT NULL,
	CONSTRAINT "knowledge_terms_pkey" PRIMARY KEY("tenant_id","term")
);
--> statement-breakpoint
ALTER TABLE "knowledge_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_totals" (
	"tenant_id" text collate "C" NOT NULL,
	"chunk_count" integer NOT NULL,
	"word_count" double precision NOT NULL,
	CONSTRAINT "knowledge_totals_pkey" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_counters" (
	"tenant_id" text collate "C" NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "order_counters_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "order_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_line_variants" (
	"tenant_id" text collate "C" NOT NULL,
	"line_id" text collate "C" NOT NULL,
	"axis" text NOT NULL,
	"value" text NOT NULL,
	"variant_id" text collate "C" NOT NULL,
	CONSTRAINT "order_line_variants_tenant_id_line_id_axis_pk" PRIMARY KEY("tenant_id","line_id","axis")
);
--> statement-breakpoint
ALTER TABLE "order_line_variants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_lines" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"product_id" text collate "C",
	"sku" text,
	"name" text NOT NULL,
	"unit" text,
	"quantity" numeric(12, 3) NOT NULL,
	"currency" text NOT NULL,
	"unit_price_minor" bigint,
	"total_minor" bigint,
	"options" jsonb NOT NULL,
	"source" text NOT NULL,
	"confidence" double precision,
	"spans" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	CONSTRAINT "order_lines_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "order_lines_position_key" UNIQUE("tenant_id","order_id","position"),
	CONSTRAINT "order_lines_source_check" CHECK ("order_lines"."source" in ('AI', 'HUMAN', 'CATALOGUE_CART')),
	CONSTRAINT "order_lines_quantity_check" CHECK ("order_lines"."quantity" > 0),
	CONSTRAINT "order_lines_price_check" CHECK ("order_lines"."unit_price_minor" >= 0),
	CONSTRAINT "order_lines_total_check" CHECK ("order_lines"."total_minor" is not distinct from round("order_lines"."quantity" * "order_lines"."unit_price_minor")),
	CONSTRAINT "order_lines_evidence_check" CHECK ("order_lines"."source" <> 'AI' or jsonb_array_length("order_lines"."spans") > 0)
);
--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_messages" (
	"tenant_id" text collate "C" NOT NULL,
	"message_id" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "order_messages_tenant_id_message_id_pk" PRIMARY KEY("tenant_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "order_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"conversation_id" text collate "C",
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"is_complete" boolean NOT NULL,
	"confidence" double precision,
	"requires_review" boolean DEFAULT false NOT NULL,
	"review_reasons" jsonb NOT NULL,
	"review_requested_at" timestamp (6) with time zone,
	"claimed_by_kind" text,
	"claimed_by_id" text collate "C",
	"claim_expires_at" timestamp (6) with time zone,
	"external_id" text,
	"note" text,
	"closed_reason" text,
	"ai_response_id" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_by_kind" text NOT NULL,
	"created_by_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"confirmed_at" timestamp (6) with time zone,
	"confirmed_by_kind" text,
	"confirmed_by_id" text collate "C",
	CONSTRAINT "orders_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "orders_number_key" UNIQUE("tenant_id","number"),
	CONSTRAINT "orders_external_id_key" UNIQUE("tenant_id","external_id"),
	CONSTRAINT "orders_status_check" CHECK ("orders"."status" in ('DRAFT', 'REVIEW', 'PENDING', 'CONFIRMED', 'PICKING', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REJECTED', 'RETURNED')),
	CONSTRAINT "orders_source_check" CHECK ("orders"."source" in ('CONVERSATION', 'STAFF', 'API')),
	CONSTRAINT "orders_created_by_kind_check" CHECK ("orders"."created_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "orders_claimed_by_kind_check" CHECK ("orders"."claimed_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "orders_confirmed_by_kind_check" CHECK ("orders"."confirmed_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "orders_total_check" CHECK ("orders"."total_minor" >= 0),
	CONSTRAINT "orders_review_check" CHECK (("orders"."status" = 'REVIEW') = ("orders"."review_requested_at" is not null)),
	CONSTRAINT "orders_claim_check" CHECK (num_nonnulls("orders"."claimed_by_kind", "orders"."claimed_by_id", "orders"."claim_expires_at") in (0, 3)
        and ("orders"."claim_expires_at" is null or "orders"."status" = 'REVIEW')),
	CONSTRAINT "orders_confirmed_check" CHECK (num_nonnulls("orders"."confirmed_at", "orders"."confirmed_by_kind", "orders"."confirmed_by_id") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"algorithm" text NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"sealed_private_jwk" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"verifies_until" timestamp (6) with time zone,
	CONSTRAINT "signing_keys_algorithm_check" CHECK ("signing_keys"."algorithm" = 'EdDSA')
);
--> statement-breakpoint
ALTER TABLE "signing_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"operation" text collate "C" NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text collate "C" NOT NULL,
	"result" jsonb,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("tenant_id","actor","operation","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"conversation_id" text collate "C",
	"actor_kind" text collate "C" NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"data" jsonb NOT NULL,
	"occurred_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by_kind" text NOT NULL,
	"created_by_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"last_used_at" timestamp (6) with time zone,
	"expires_at" timestamp (6) with time zone,
	"revoked_at" timestamp (6) with time zone,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "api_keys_created_by_kind_check" CHECK ("api_keys"."created_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "api_keys_name_check" CHECK (length("api_keys"."name") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"grants" text[] DEFAULT '{}' NOT NULL,
	"denies" text[] DEFAULT '{}' NOT NULL,
	"removed_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "memberships_user_key" UNIQUE("tenant_id","user_id"),
	CONSTRAINT "memberships_role_check" CHECK ("memberships"."role" in ('OWNER', 'ADMIN', 'MANAGER', 'OPERATOR', 'WAREHOUSE', 'SUPPORT', 'VIEWER')),
	CONSTRAINT "memberships_name_check" CHECK (length("memberships"."name") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"spent_at" timestamp (6) with time zone,
	CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"last_used_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"revoked_at" timestamp (6) with time zone,
	CONSTRAINT "sessions_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tier" text DEFAULT 'FREE' NOT NULL,
	"ai_confidence_threshold" double precision DEFAULT 0.85 NOT NULL,
	"monthly_ai_budget_micro_usd" bigint,
	"currency" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"debounce_ms" integer DEFAULT 4000 NOT NULL,
	"auto_confirm" boolean DEFAULT true NOT NULL,
	"link_verified_email" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "tenants_slug_key" UNIQUE("slug"),
	CONSTRAINT "tenants_slug_check" CHECK ("tenants"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
	CONSTRAINT "tenants_name_check" CHECK (length("tenants"."name") between 1 and 200),
	CONSTRAINT "tenants_tier_check" CHECK ("tenants"."tier" in ('FREE', 'BASIC', 'PREMIUM', 'ENTERPRISE')),
	CONSTRAINT "tenants_ai_confidence_threshold_check" CHECK ("tenants"."ai_confidence_threshold" between 0 and 1),
	CONSTRAINT "tenants_monthly_ai_budget_check" CHECK ("tenants"."monthly_ai_budget_micro_usd" >= 0),
	CONSTRAINT "tenants_currency_check" CHECK ("tenants"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "tenants_debounce_ms_check" CHECK ("tenants"."debounce_ms" between 0 and 60000)
);
--> statement-breakpoint
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "user_identities" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "user_identities_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_identities_subject_key" UNIQUE("tenant_id","issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "user_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "users_email_key" UNIQUE("email"),
	CONSTRAINT "users_email_check" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_responses" ADD CONSTRAINT "ai_responses_conversation_id_fkey" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_versions" ADD CONSTRAINT "catalog_versions_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_fkey" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."categories"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_option_groups" ADD CONSTRAINT "product_option_groups_product_id_fkey" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_options" ADD CONSTRAINT "product_options_group_id_fkey" FOREIGN KEY ("tenant_id","group_id") REFERENCES "public"."product_option_groups"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_variants" ADD CONSTRAINT "product_variants_product_id_fkey" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_fkey" FOREIGN KEY ("tenant_id","category_id") REFERENCES "public"."categories"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD CONSTRAINT "channel_accounts_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_routes" ADD CONSTRAINT "channel_routes_id_fkey" FOREIGN KEY ("tenant_id","id") REFERENCES "public"."channel_accounts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_events" ADD CONSTRAINT "conversation_events_conversation_id_fkey" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_events" ADD CONSTRAINT "conversation_events_assignee_id_fkey" FOREIGN KEY ("tenant_id","assignee_id") REFERENCES "public"."memberships"("tenant_id","user_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_customer_id_fkey" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_identity_id_fkey" FOREIGN KEY ("tenant_id","identity_id") REFERENCES "public"."customer_identities"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_channel_account_id_fkey" FOREIGN KEY ("tenant_id","channel_account_id") REFERENCES "public"."channel_accounts"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_assignee_id_fkey" FOREIGN KEY ("tenant_id","assignee_id") REFERENCES "public"."memberships"("tenant_id","user_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_fkey" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_channel_account_id_fkey" FOREIGN KEY ("tenant_id","channel_account_id") REFERENCES "public"."channel_accounts"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_provider_event_id_fkey" FOREIGN KEY ("tenant_id","provider_event_id") REFERENCES "public"."provider_events"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_reply_to_id_fkey" FOREIGN KEY ("tenant_id","reply_to_id") REFERENCES "public"."messages"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_channel_account_id_fkey" FOREIGN KEY ("tenant_id","channel_account_id") REFERENCES "public"."channel_accounts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_identities" ADD CONSTRAINT "customer_identities_customer_id_fkey" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ADD CONSTRAINT "knowledge_chunks_doc_id_fkey" FOREIGN KEY ("tenant_id","doc_id") REFERENCES "public"."knowledge_docs"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD CONSTRAINT "knowledge_docs_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_terms" ADD CONSTRAINT "knowledge_terms_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_totals" ADD CONSTRAINT "knowledge_totals_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_counters" ADD CONSTRAINT "order_counters_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line_variants" ADD CONSTRAINT "order_line_variants_line_id_fkey" FOREIGN KEY ("tenant_id","line_id") REFERENCES "public"."order_lines"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line_variants" ADD CONSTRAINT "order_line_variants_variant_id_fkey" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "public"."product_variants"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_fkey" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_product_id_fkey" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_message_id_fkey" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."messages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_order_id_fkey" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_fkey" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_conversation_id_fkey" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_ai_response_id_fkey" FOREIGN KEY ("tenant_id","ai_response_id") REFERENCES "public"."ai_responses"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fkey" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."sessions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."memberships"("tenant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_fkey" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."memberships"("tenant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ai_responses_newest" ON "ai_responses" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ai_responses_conversation" ON "ai_responses" USING btree ("tenant_id","conversation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "categories_parent_idx" ON "categories" USING btree ("tenant_id","parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_variants_sku_key" ON "product_variants" USING btree ("tenant_id","sku") WHERE "product_variants"."sku" is not null and "product_variants"."is_active";--> statement-breakpoint
CREATE INDEX "products_name_idx" ON "products" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "products_category_idx" ON "products" USING btree ("tenant_id","category_id");--> statement-breakpoint
CREATE INDEX "channel_accounts_created_idx" ON "channel_accounts" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "channel_routes_account_idx" ON "channel_routes" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_open_key" ON "conversations" USING btree ("tenant_id","channel_account_id","identity_id") WHERE "conversations"."status" <> 'RESOLVED';--> statement-breakpoint
CREATE INDEX "conversations_inbox_idx" ON "conversations" USING btree ("tenant_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_status_idx" ON "conversations" USING btree ("tenant_id","status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_assignee_idx" ON "conversations" USING btree ("tenant_id","assignee_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_customer_idx" ON "conversations" USING btree ("tenant_id","customer_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_identity_idx" ON "conversations" USING btree ("tenant_id","identity_id","last_message_at");--> statement-breakpoint
CREATE INDEX "messages_outbox_idx" ON "messages" USING btree ("tenant_id","conversation_id","seq") WHERE "messages"."status" in ('QUEUED', 'SENDING');--> statement-breakpoint
CREATE INDEX "provider_events_waiting_idx" ON "provider_events" USING btree ("tenant_id","channel_account_id","provider_message_id") WHERE "provider_events"."state" = 'WAITING';--> statement-breakpoint
CREATE INDEX "provider_events_quarantined_idx" ON "provider_events" USING btree ("tenant_id","received_at","id") WHERE "provider_events"."state" = 'QUARANTINED';--> statement-breakpoint
CREATE INDEX "customer_identities_customer_idx" ON "customer_identities" USING btree ("tenant_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customer_identities_primary_idx" ON "customer_identities" USING btree ("tenant_id","primary_id");--> statement-breakpoint
CREATE INDEX "customers_created_idx" ON "customers" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_name_idx" ON "customers" USING btree ("tenant_id",coalesce(lower("name"), U&'\FFFF'),"id");--> statement-breakpoint
CREATE INDEX "knowledge_chunks_doc_idx" ON "knowledge_chunks" USING btree ("tenant_id","doc_id","position");--> statement-breakpoint
CREATE INDEX "knowledge_chunks_embedding_idx" ON "knowledge_chunks" USING hnsw ("embedding" vector_cosine_ops);--> statement-breakpoint
CREATE INDEX "knowledge_docs_status_idx" ON "knowledge_docs" USING btree ("tenant_id","status","id");--> statement-breakpoint
CREATE INDEX "order_line_variants_variant_idx" ON "order_line_variants" USING btree ("tenant_id","variant_id");--> statement-breakpoint
CREATE INDEX "order_lines_product_idx" ON "order_lines" USING btree ("tenant_id","product_id");--> statement-breakpoint
CREATE INDEX "order_messages_order_idx" ON "order_messages" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_created_idx" ON "orders" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_status_idx" ON "orders" USING btree ("tenant_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("tenant_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_conversation_idx" ON "orders" USING btree ("tenant_id","conversation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_review_idx" ON "orders" USING btree ("tenant_id","review_requested_at","id") WHERE "orders"."status" = 'REVIEW';--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "events_position_idx" ON "events" USING btree ("tenant_id","xid","seq");--> statement-breakpoint
CREATE INDEX "events_tail_idx" ON "events" USING btree ("xid","seq");--> statement-breakpoint
CREATE INDEX "events_conversation_idx" ON "events" USING btree ("tenant_id","conversation_id","xid","seq");--> statement-breakpoint
CREATE INDEX "events_occurred_idx" ON "events" USING btree ("occurred_at");--> statement-breakpoint
CREATE INDEX "api_keys_secret_idx" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "api_keys_listing_idx" ON "api_keys" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "memberships_listing_idx" ON "memberships" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session_idx" ON "refresh_tokens" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("tenant_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "user_identities_sign_in_idx" ON "user_identities" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "user_identities_user_idx" ON "user_identities" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE VIEW "public"."timeline_entries" WITH (security_invoker = true) AS (
    select tenant_id, conversation_id, seq, 'MESSAGE'::text as kind, id as entry_id from messages
    union all
    select tenant_id, conversation_id, seq, 'EVENT'::text as kind, id as entry_id from conversation_events);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "ai_responses" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "ai_responses" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "catalog_versions" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "categories" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "product_option_groups" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "product_options" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "product_variants" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "products" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "channel_accounts" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "channel_routes" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "channel_routes" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "conversation_events" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "conversation_events" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "conversations" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "messages" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "provider_events" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "customer_identities" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "customers" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_chunks" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_docs" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_terms" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_totals" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "order_counters" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "order_line_variants" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "order_lines" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "order_messages" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "orders" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_all" ON "signing_keys" AS PERMISSIVE FOR ALL TO "parley_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_all" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "idempotency_keys" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "system_delete" ON "idempotency_keys" AS PERMISSIVE FOR DELETE TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "events" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "events" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "events" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "system_delete" ON "events" AS PERMISSIVE FOR DELETE TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_all" ON "api_keys" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "api_keys" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_all" ON "memberships" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "memberships" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_all" ON "refresh_tokens" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "sessions" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "sessions" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_all" ON "tenants" AS PERMISSIVE FOR ALL TO "parley_app" USING ("id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "tenants" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_all" ON "user_identities" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "system_select" ON "user_identities" AS PERMISSIVE FOR SELECT TO "parley_system" USING (true);--> statement-breakpoint
CREATE POLICY "system_all" ON "users" AS PERMISSIVE FOR ALL TO "parley_system" USING (true) WITH CHECK (true);