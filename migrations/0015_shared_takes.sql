CREATE TABLE `shares` (
	`take_id` text PRIMARY KEY NOT NULL,
	`dancer_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`at` integer NOT NULL,
	`named` integer NOT NULL,
	`replay` integer NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shares_token_is_hash" CHECK(length("shares"."token_hash") = 64),
	CONSTRAINT "shares_flags" CHECK("shares"."named" in (0, 1) and "shares"."replay" in (0, 1)),
	CONSTRAINT "shares_language" CHECK("shares"."language" in ('en', 'ko'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shares_by_token` ON `shares` (`token_hash`);--> statement-breakpoint
CREATE INDEX `shares_by_dancer` ON `shares` (`dancer_id`);