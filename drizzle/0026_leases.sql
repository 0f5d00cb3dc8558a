CREATE TABLE "leases" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"holders" jsonb NOT NULL,
	"granted" integer NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "leases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "system_all" ON "leases" AS PERMISSIVE FOR ALL TO "parley_system" USING (true) WITH CHECK (true);