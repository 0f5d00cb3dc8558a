CREATE TABLE "embedding_hours" (
	"tenant_id" text collate "C" NOT NULL,
	"hour" timestamp (6) with time zone NOT NULL,
	"model" text NOT NULL,
	"requests" integer NOT NULL,
	"failures" integer NOT NULL,
	"input_tokens" bigint NOT NULL,
	"cost_micro_usd" bigint NOT NULL,
	"latency_ms" bigint NOT NULL,
	CONSTRAINT "embedding_hours_pkey" PRIMARY KEY("tenant_id","hour","model")
);
--> statement-breakpoint
ALTER TABLE "embedding_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "embedding_hours" ADD CONSTRAINT "embedding_hours_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_all" ON "embedding_hours" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));