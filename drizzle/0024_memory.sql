CREATE TABLE "conversation_summaries" (
	"tenant_id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"covers_up_to_seq" integer NOT NULL,
	"model" text NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "conversation_summaries_pkey" PRIMARY KEY("tenant_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_summaries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_facts" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"created_by_kind" text NOT NULL,
	"created_by_id" text collate "C" NOT NULL,
	"message_id" text collate "C",
	"valid_until" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "customer_facts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "customer_facts_text_key" UNIQUE("tenant_id","customer_id","text"),
	CONSTRAINT "customer_facts_state_check" CHECK ("customer_facts"."state" in ('PROPOSED', 'ACCEPTED')),
	CONSTRAINT "customer_facts_created_by_kind_check" CHECK ("customer_facts"."created_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "customer_facts_text_check" CHECK (length("customer_facts"."text") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "customer_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_conversation_id_fkey" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD CONSTRAINT "customer_facts_customer_id_fkey" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_facts_newest" ON "customer_facts" USING btree ("tenant_id","customer_id","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant_all" ON "conversation_summaries" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "customer_facts" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));