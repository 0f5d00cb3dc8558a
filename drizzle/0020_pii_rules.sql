CREATE TABLE "pii_rules" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"effect" text NOT NULL,
	"label" text,
	"pattern" text,
	"terms" text[] DEFAULT '{}' NOT NULL,
	"context_words" text[] DEFAULT '{}' NOT NULL,
	"confidence" double precision NOT NULL,
	"state" text DEFAULT 'ACTIVE' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "pii_rules_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pii_rules_effect_check" CHECK ("pii_rules"."effect" in ('FIND', 'EXCEPT')),
	CONSTRAINT "pii_rules_state_check" CHECK ("pii_rules"."state" in ('ACTIVE', 'ARCHIVED')),
	CONSTRAINT "pii_rules_name_check" CHECK (length("pii_rules"."name") between 1 and 200),
	CONSTRAINT "pii_rules_label_check" CHECK (("pii_rules"."effect" = 'FIND') = ("pii_rules"."label" is not null)),
	CONSTRAINT "pii_rules_what_check" CHECK (("pii_rules"."pattern" is null) = (cardinality("pii_rules"."terms") > 0)),
	CONSTRAINT "pii_rules_confidence_check" CHECK ("pii_rules"."confidence" > 0 and "pii_rules"."confidence" <= 1)
);
--> statement-breakpoint
ALTER TABLE "pii_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pii_findings" DROP CONSTRAINT "pii_findings_type_check";--> statement-breakpoint
ALTER TABLE "pii_findings" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "pii_findings" ADD COLUMN "rule_id" text collate "C";--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "pii_rules_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pii_rules" ADD CONSTRAINT "pii_rules_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pii_rules_name_key" ON "pii_rules" USING btree ("tenant_id","name") WHERE "pii_rules"."state" = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "pii_rules_listing_idx" ON "pii_rules" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "pii_rules_state_idx" ON "pii_rules" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
ALTER TABLE "pii_findings" ADD CONSTRAINT "pii_findings_rule_id_fkey" FOREIGN KEY ("tenant_id","rule_id") REFERENCES "public"."pii_rules"("tenant_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pii_findings" ADD CONSTRAINT "pii_findings_rule_check" CHECK (num_nonnulls("pii_findings"."label", "pii_findings"."rule_id") = case "pii_findings"."type" when 'CUSTOM' then 2 else 0 end);--> statement-breakpoint
ALTER TABLE "pii_findings" ADD CONSTRAINT "pii_findings_type_check" CHECK ("pii_findings"."type" in ('EMAIL', 'IBAN', 'CREDIT_CARD', 'SSN', 'PHONE', 'CUSTOM', 'ADDRESS'));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "pii_rules" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));