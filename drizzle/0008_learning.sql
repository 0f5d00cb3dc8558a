CREATE TABLE "ai_ratings" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"ai_response_id" text collate "C" NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text collate "C" NOT NULL,
	"rating" text NOT NULL,
	"reason" text,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "ai_ratings_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "ai_ratings_by_key" UNIQUE("tenant_id","ai_response_id","by_kind","by_id"),
	CONSTRAINT "ai_ratings_by_kind_check" CHECK ("ai_ratings"."by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "ai_ratings_rating_check" CHECK ("ai_ratings"."rating" in ('GOOD', 'BAD')),
	CONSTRAINT "ai_ratings_reason_check" CHECK (length("ai_ratings"."reason") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "ai_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "learned_aliases" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"customer_id" text collate "C",
	"phrase" text NOT NULL,
	"product_id" text collate "C" NOT NULL,
	"variant_ids" text[] NOT NULL,
	"state" text NOT NULL,
	"times" integer NOT NULL,
	"source" text NOT NULL,
	"order_id" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "learned_aliases_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "learned_aliases_phrase_key" UNIQUE NULLS NOT DISTINCT("tenant_id","customer_id","phrase"),
	CONSTRAINT "learned_aliases_state_check" CHECK ("learned_aliases"."state" in ('ACTIVE', 'REVOKED')),
	CONSTRAINT "learned_aliases_source_check" CHECK ("learned_aliases"."source" in ('CORRECTION', 'MANUAL')),
	CONSTRAINT "learned_aliases_phrase_check" CHECK (length("learned_aliases"."phrase") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "learned_aliases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "learned_examples" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"customer_id" text collate "C",
	"order_id" text collate "C",
	"text" text NOT NULL,
	"lines" jsonb NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "learned_examples_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "learned_examples_order_key" UNIQUE("tenant_id","order_id"),
	CONSTRAINT "learned_examples_source_check" CHECK ("learned_examples"."source" in ('CORRECTED', 'APPROVED', 'MANUAL')),
	CONSTRAINT "learned_examples_state_check" CHECK ("learned_examples"."state" in ('ACTIVE', 'REVOKED'))
);
--> statement-breakpoint
ALTER TABLE "learned_examples" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "learned_alias_id" text collate "C";--> statement-breakpoint
ALTER TABLE "ai_ratings" ADD CONSTRAINT "ai_ratings_ai_response_id_fkey" FOREIGN KEY ("tenant_id","ai_response_id") REFERENCES "public"."ai_responses"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learned_aliases" ADD CONSTRAINT "learned_aliases_customer_id_fkey" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learned_aliases" ADD CONSTRAINT "learned_aliases_product_id_fkey" FOREIGN KEY ("tenant_id","product_id") REFERENCES "public"."products"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learned_examples" ADD CONSTRAINT "learned_examples_customer_id_fkey" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."customers"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learned_aliases_newest" ON "learned_aliases" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "learned_aliases_product" ON "learned_aliases" USING btree ("tenant_id","product_id");--> statement-breakpoint
CREATE INDEX "learned_examples_newest" ON "learned_examples" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "learned_examples_customer" ON "learned_examples" USING btree ("tenant_id","customer_id","created_at");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_learned_alias_id_fkey" FOREIGN KEY ("tenant_id","learned_alias_id") REFERENCES "public"."learned_aliases"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_all" ON "ai_ratings" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "learned_aliases" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "learned_examples" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));