/* Made by `npm run generate` from schema/. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An ISO 4217 currency code, e.g. `COP`. */
  CurrencyCode: { input: string; output: string; }
  /** The position in the tenant's event log: opaque, bound to the tenant. Give it back as `after` to continue right behind it. */
  Cursor: { input: string; output: string; }
  /** A point in time, ISO 8601 in UTC with six fractional digits, e.g. `2026-11-20T05:50:11.612632Z`. */
  DateTime: { input: string; output: string; }
  /** A decimal number as text, exact, e.g. `"2.5"`; trailing zeros are dropped. */
  Decimal: { input: string; output: string; }
  /** Any JSON value, as stored. */
  JSON: { input: unknown; output: unknown; }
  /** A whole number up to 2^63-1, as a JSON number while it is below 2^53, else as text. */
  Long: { input: bigint; output: bigint; }
};

/** Who did something: always a named kind. */
export type Actor = ApiClient | AssistantActor | CustomerActor | SystemActor | User;

/** How a task of the assistant is done. */
export type Agent = Node & {
  /** Channels on which it works; empty: all. */
  readonly channels: ReadonlyArray<ChannelType>;
  /** When it was set up. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it works, in the tenant's time zone; empty: always. */
  readonly hours: ReadonlyArray<OpeningHours>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** What it may do by itself; the rest is left to people. */
  readonly may: ReadonlyArray<AgentTool>;
  /** Whether it works, runs beside, or rests. */
  readonly mode: AgentMode;
  /** The model it asks; null: the server's. */
  readonly model: Maybe<Scalars['String']['output']>;
  /** What people call it. */
  readonly name: Scalars['String']['output'];
  /** What becomes of messages outside of its hours. */
  readonly outsideHours: OutsideHours;
  /**
   * How it would have read the newest 500 orders that are confirmed since, beside what the live one read; empty unless it is or
   * was a SHADOW.
   */
  readonly score: AgentScore;
  /** What it read beside the live one, newest first; empty unless it is or was a SHADOW. */
  readonly shadowReadings: ShadowReadingConnection;
  /** What it does. */
  readonly task: AiTask;
  /** When it was changed last. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Rises by one with each change. */
  readonly version: Scalars['Int']['output'];
};


/** How a task of the assistant is done. */
export type AgentShadowReadingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of agents. */
export type AgentConnection = {
  /** The agents with their cursors. */
  readonly edges: ReadonlyArray<AgentEdge>;
  /** The agents alone. */
  readonly nodes: ReadonlyArray<Agent>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An agent. */
export type AgentCreateInput = {
  /** Channels on which it works; left out: all. */
  readonly channels?: InputMaybe<ReadonlyArray<ChannelType>>;
  /** When it works; left out: always. */
  readonly hours?: InputMaybe<ReadonlyArray<OpeningHoursInput>>;
  /** What it may do by itself; left out: everything. */
  readonly may?: InputMaybe<ReadonlyArray<AgentTool>>;
  /** Whether it works. */
  readonly mode?: AgentMode;
  /** One of the models of the server, e.g. `offline-1`; left out: the one that reads orders. */
  readonly model?: InputMaybe<Scalars['String']['input']>;
  /** What people call it. */
  readonly name: Scalars['String']['input'];
  /** What becomes of messages outside of its hours. */
  readonly outsideHours?: OutsideHours;
  /** What it does. */
  readonly task: AiTask;
};

/** An agent in a page. */
export type AgentEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The agent. */
  readonly node: Agent;
};

/** Whether an agent works. */
export type AgentMode =
  /** It works; one for each task. */
  | 'LIVE'
  /** It does nothing; people do, unless another one is live. */
  | 'OFF'
  /** It reads the same messages beside the live one, and nothing comes of it but its score. */
  | 'SHADOW';

/** The agent, or why not. */
export type AgentPayload = {
  /** The agent; null when it was refused. */
  readonly agent: Maybe<Agent>;
  /** Why it was refused; empty when it was not. */
  readonly errors: ReadonlyArray<UserError>;
};

/** How an agent that runs beside reads, against what the orders became. */
export type AgentScore = {
  /** From question to answer on average; null before the first. */
  readonly averageLatencyMs: Maybe<Scalars['Int']['output']>;
  /** What it cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** Both in one number each: F1 on product and quantity; null while no order was compared. */
  readonly f1: Maybe<Scalars['Float']['output']>;
  /** Readings in which the built-in model had to read in the agent's place. */
  readonly failures: Scalars['Int']['output'];
  /** Its own figures, on the orders that are confirmed. */
  readonly figures: EvaluationFigures;
  /** The live one's on the same orders. */
  readonly live: EvaluationFigures;
  /** The live one's. */
  readonly liveF1: Maybe<Scalars['Float']['output']>;
  /** Orders that are not confirmed yet, or were given up; they are not compared. */
  readonly openOrders: Scalars['Int']['output'];
};

/** What an agent may do by itself. */
export type AgentTool =
  /** Confirm what it is sure of, as far as the tenant's threshold lets it. */
  | 'CONFIRM_ORDERS'
  /** Make orders of what customers write, and change those that are open. */
  | 'DRAFT_ORDERS'
  /** Put changes of confirmed orders before a person. */
  | 'PROPOSE_CHANGES'
  /** Write to customers. */
  | 'SEND_REPLIES';

/** What to change of an agent; what is left out stays. */
export type AgentUpdateInput = {
  /** Channels on which it works; empty: all. */
  readonly channels?: InputMaybe<ReadonlyArray<ChannelType>>;
  /** When it works; empty: always. */
  readonly hours?: InputMaybe<ReadonlyArray<OpeningHoursInput>>;
  /** What it may do by itself. */
  readonly may?: InputMaybe<ReadonlyArray<AgentTool>>;
  /** Whether it works. */
  readonly mode?: InputMaybe<AgentMode>;
  /** One of the models of the server; null: the one that reads orders. */
  readonly model?: InputMaybe<Scalars['String']['input']>;
  /** What people call it. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What becomes of messages outside of its hours. */
  readonly outsideHours?: InputMaybe<OutsideHours>;
};

/** The budget for language models in one calendar month of the tenant's time zone. */
export type AiBudget = {
  /** What is left, 0 at least; null: no limit. */
  readonly availableMicroUsd: Maybe<Scalars['Long']['output']>;
  /** What may be spent, in millionths of a US dollar; null: no limit. */
  readonly limitMicroUsd: Maybe<Scalars['Long']['output']>;
  /** The month, e.g. `2026-11`. */
  readonly month: Scalars['String']['output'];
  /** What is set aside for calls under way: the most they can cost. */
  readonly reservedMicroUsd: Scalars['Long']['output'];
  /** What was spent. */
  readonly spentMicroUsd: Scalars['Long']['output'];
  /** What was spent of the limit, in whole percent; null without a limit. */
  readonly usedPercent: Maybe<Scalars['Int']['output']>;
};

/** What language models cost on one channel. */
export type AiChannelCosts = {
  /** The channel. */
  readonly channel: ChannelType;
  /** Those that the assistant confirmed without a person. */
  readonly confirmedAlone: Scalars['Int']['output'];
  /** Orders from its conversations that were confirmed. */
  readonly confirmedOrders: Scalars['Int']['output'];
  /** What all model calls cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** The one divided by the other; null when nothing was confirmed. */
  readonly costPerConfirmedOrderMicroUsd: Maybe<Scalars['Long']['output']>;
};

/** What language models cost beside confirmed orders from conversations. */
export type AiOrderCosts = {
  /** The same for each channel that had any. */
  readonly byChannel: ReadonlyArray<AiChannelCosts>;
  /** Those that the assistant confirmed without a person. */
  readonly confirmedAlone: Scalars['Int']['output'];
  /** Orders from conversations that were confirmed. */
  readonly confirmedOrders: Scalars['Int']['output'];
  /** What all model calls cost, those without an order too, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** The one divided by the other; null when nothing was confirmed. */
  readonly costPerConfirmedOrderMicroUsd: Maybe<Scalars['Long']['output']>;
};

/** How a model call ended. */
export type AiOutcome =
  /** Not asked: the tenant's budget of the month had no room. */
  | 'BUDGET'
  /** The provider's content filter stopped it. */
  | 'CONTENT_FILTER'
  /** An answer of the wrong form, cut off, or garbage. */
  | 'INVALID_OUTPUT'
  /** With a usable answer. */
  | 'OK'
  /** Not reachable, or an error of the provider. */
  | 'PROVIDER_ERROR'
  /** The provider asked to slow down. */
  | 'RATE_LIMIT'
  /** The model refused. */
  | 'REFUSAL'
  /** No answer in time. */
  | 'TIMEOUT';

/** What a person thinks of an answer of the assistant. */
export type AiRating = {
  /** Who. */
  readonly by: Actor;
  /** Thumb up or down. */
  readonly rating: Rating;
  /** Why; null when nothing was said. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** When it was said last. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** An opinion about an answer. */
export type AiRatingInput = {
  /** Thumb up or down. */
  readonly rating: Rating;
  /** Why, 1 to 1,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** One answer of the assistant, as it was given. */
export type AiResponse = Node & {
  /** The agent that was asked; null: Parley's own way. */
  readonly agent: Maybe<Agent>;
  /** 1 at first; a call that failed for a passing reason was made again. */
  readonly attempt: Scalars['Int']['output'];
  /** The passages it was made from; empty for «I don't know», and where orders were read. */
  readonly citations: ReadonlyArray<Citation>;
  /** How sure it was, 0 to 1; null when it gave no answer. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** The conversation it was about. */
  readonly conversation: Conversation;
  /** In millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** When it was given. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What went wrong, for people; null when nothing did. */
  readonly error: Maybe<Scalars['String']['output']>;
  /** The model that was asked first, when another answered in its place; else null. */
  readonly fallbackFor: Maybe<Scalars['String']['output']>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** Tokens read; 0 for the offline model. */
  readonly inputTokens: Scalars['Int']['output'];
  /** From question to answer. */
  readonly latencyMs: Scalars['Int']['output'];
  /** The model that answered, e.g. `offline-1` or `gpt-5-mini`. */
  readonly model: Scalars['String']['output'];
  /** How it ended. */
  readonly outcome: AiOutcome;
  /** What it understood and answered, as stored; null when it gave no answer. */
  readonly output: Maybe<Scalars['JSON']['output']>;
  /** Tokens written; 0 for the offline model. */
  readonly outputTokens: Scalars['Int']['output'];
  /** The version of the shop's own prompt that the model was told; null: Parley's own words, or none was told anything. */
  readonly promptVersion: Maybe<PromptVersion>;
  /** What people think of it, oldest first. */
  readonly ratings: ReadonlyArray<AiRating>;
  /** What it was asked to do. */
  readonly task: AiTask;
};

/** A page of the assistant's answers. */
export type AiResponseConnection = {
  /** The answers with their cursors. */
  readonly edges: ReadonlyArray<AiResponseEdge>;
  /** The answers alone. */
  readonly nodes: ReadonlyArray<AiResponse>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An answer in a page. */
export type AiResponseEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The answer. */
  readonly node: AiResponse;
};

/** Which answers of the assistant. */
export type AiResponseFilter = {
  /** Only of this conversation. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** Only with this outcome. */
  readonly outcome?: InputMaybe<AiOutcome>;
  /** True: only answers made from a passage that was changed or deleted since. False: only the others. */
  readonly stale?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Answer of `aiResponseRate`. */
export type AiResponseRatePayload = {
  /** The rated answer. */
  readonly aiResponse: Maybe<AiResponse>;
  /** Why nothing was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** What the assistant was asked to do. */
export type AiTask =
  /** Answer a question from the knowledge base. */
  | 'ANSWER_QUESTION'
  /** Make vectors of the knowledge base and of questions to it; only in `aiUsage`. */
  | 'EMBED'
  /** Read intents and an order out of messages. */
  | 'READ_ORDER'
  /** Draft a reply for a person to send. */
  | 'SUGGEST_REPLY'
  /** Sum a conversation up. */
  | 'SUMMARISE';

/** What one model did for one task in one period. */
export type AiUsage = {
  /** The agent; null: Parley's own way, or the agent is gone. */
  readonly agent: Maybe<Agent>;
  /** How sure the answers were on average, 0 to 1; null when there was none. */
  readonly averageConfidence: Maybe<Scalars['Float']['output']>;
  /** From question to answer on average. */
  readonly averageLatencyMs: Scalars['Int']['output'];
  /** What they cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** Calls that gave no usable answer. */
  readonly failures: Scalars['Int']['output'];
  /** Tokens read. */
  readonly inputTokens: Scalars['Long']['output'];
  /** The model. */
  readonly model: Scalars['String']['output'];
  /** Tokens written. */
  readonly outputTokens: Scalars['Long']['output'];
  /** When the period began. */
  readonly periodStart: Scalars['DateTime']['output'];
  /** Calls made, failed ones and further attempts included. */
  readonly requests: Scalars['Int']['output'];
  /** What it was asked to do. */
  readonly task: AiTask;
};

/** How long one period of `aiUsage` is. */
export type AiUsagePeriod =
  /** A day. */
  | 'DAY'
  /** An hour. */
  | 'HOUR'
  /** A calendar month. */
  | 'MONTH';

/** A program that acts with an API key: what everybody here may know of the key. */
export type ApiClient = Node & {
  /** Id of the API key it used. */
  readonly id: Scalars['ID']['output'];
  /** Name of the API key it used. */
  readonly name: Scalars['String']['output'];
};

/** A credential for a program, for those who look after keys. `node` shows it as `ApiClient`. */
export type ApiKey = {
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  readonly createdBy: Actor;
  /** When it ends by itself; null: never. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The key's id. */
  readonly id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null before the first use. */
  readonly lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  readonly name: Scalars['String']['output'];
  /** The beginning of the secret, to recognise it by. */
  readonly prefix: Scalars['String']['output'];
  /** When it was revoked; null while it works. */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** The permissions it carries. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it may send trusted documents alone, whatever the server is set to. */
  readonly trustedDocumentsOnly: Scalars['Boolean']['output'];
};

/** A page of API keys. */
export type ApiKeyConnection = {
  /** The keys with their cursors. */
  readonly edges: ReadonlyArray<ApiKeyEdge>;
  /** The keys alone. */
  readonly nodes: ReadonlyArray<ApiKey>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A key to make. */
export type ApiKeyCreateInput = {
  /** When it ends by itself; never when left out. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Permissions it carries, at least one, each held by the caller. */
  readonly scopes: ReadonlyArray<Scalars['String']['input']>;
  /** Whether it may send trusted documents alone, whatever the server is set to; false when left out. */
  readonly trustedDocumentsOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Answer of `apiKeyCreate`. */
export type ApiKeyCreatePayload = {
  /** The key; null when refused. */
  readonly apiKey: Maybe<ApiKey>;
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The secret, in this answer only; null when refused and when an `idempotencyKey` is repeated. */
  readonly secret: Maybe<Scalars['String']['output']>;
};

/** An API key in a page. */
export type ApiKeyEdge = {
  /** Position of this item. */
  readonly cursor: Scalars['String']['output'];
  /** The key. */
  readonly node: ApiKey;
};

/** Answer of `apiKeyRevoke`. */
export type ApiKeyRevokePayload = {
  /** The revoked key; null when refused. */
  readonly apiKey: Maybe<ApiKey>;
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
};

/** The assistant. */
export type AssistantActor = {
  /** The model that answered, e.g. `offline-1`. */
  readonly model: Scalars['String']['output'];
};

/** What was done to the assistant. */
export type AssistantSwitch =
  /** An agent was set up, changed or switched. */
  | 'AGENT_CHANGED'
  /** It works again. */
  | 'RESUMED'
  /** It does nothing by itself any more. */
  | 'STOPPED';

/** Since when the assistant is stopped, or why not. */
export type AssistantSwitchPayload = {
  /** Why it was refused; empty when it was not. */
  readonly errors: ReadonlyArray<UserError>;
  /** Null while it works. */
  readonly stoppedAt: Maybe<Scalars['DateTime']['output']>;
};

/** The assistant was stopped or works again, or an agent was changed. */
export type AssistantSwitchedEvent = LiveEvent & {
  /** Who did it. */
  readonly actor: Actor;
  /** The agent; null when all of the assistant is meant. */
  readonly agent: Maybe<Agent>;
  /** Give it back as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** When. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Why it was stopped; null otherwise. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** What was done. */
  readonly type: AssistantSwitch;
};

/** Why the bot is on or off. */
export type BotReason =
  /** The tenant's AI budget is used up. */
  | 'BUDGET'
  /** The customer asked for a person. */
  | 'CUSTOMER_ASKED'
  /** The bot failed. */
  | 'ERROR'
  /** A person wrote to the customer. */
  | 'HUMAN_REPLIED'
  /** The bot and another machine answered each other. */
  | 'LOOP'
  /** The bot was not sure enough. */
  | 'LOW_CONFIDENCE'
  /** A rule of the tenant. */
  | 'POLICY'
  /** What failed before was read after all. */
  | 'RECOVERED'
  /** The assistant works again after it was stopped. */
  | 'RESUMED'
  /** The assistant was stopped, for all conversations. */
  | 'STOPPED'
  /** Somebody switched it. */
  | 'SWITCHED';

/** Who has a conversation. */
export type BotState =
  /** The bot reads and answers. */
  | 'BOT'
  /** A person took over; the bot stays silent until it is switched on. */
  | 'HUMAN'
  /** The bot is switched off; nobody took over yet. */
  | 'PAUSED';

/** What Parley tells models by itself. */
export type BuiltInPrompt = {
  /** For what. */
  readonly task: AiTask;
  /** The words. Around them stands a frame that no prompt changes: the form of the answer, and what is data. */
  readonly template: Scalars['String']['output'];
  /** Variables that every template may use: `{{ shop }}`, `{{ locale }}`, `{{ currency }}`, `{{ today }}`. */
  readonly variables: ReadonlyArray<Scalars['String']['output']>;
};

/** Orders of about the same confidence. */
export type CalibrationPoint = {
  /** How sure they were on average. */
  readonly averageConfidence: Scalars['Float']['output'];
  /** The lowest confidence, included. */
  readonly from: Scalars['Float']['output'];
  /** How many. */
  readonly orders: Scalars['Int']['output'];
  /** How many of them were right, 0 to 1. */
  readonly shareRight: Scalars['Float']['output'];
  /** The highest confidence, not included below 1. */
  readonly to: Scalars['Float']['output'];
};

/** Kind ORDER: a cart of catalogue products. Prices are the sender's claim and never used. */
export type CartContent = {
  /** The provider's id of the catalogue. */
  readonly catalogId: Maybe<Scalars['String']['output']>;
  /** What is in the cart. */
  readonly items: ReadonlyArray<CartItem>;
  /** The words with it. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** A line of a cart. */
export type CartItem = {
  /** The claimed price's currency. */
  readonly claimedCurrency: Maybe<Scalars['String']['output']>;
  /** The price in major units that the sender claims. */
  readonly claimedPrice: Maybe<Scalars['Decimal']['output']>;
  /** How many. */
  readonly quantity: Scalars['Decimal']['output'];
  /** The product's id in the provider's catalogue, as a rule our SKU. */
  readonly retailerId: Scalars['String']['output'];
};

/** A place in the category tree. */
export type Category = Node & {
  /** The categories right below it, by name. */
  readonly children: ReadonlyArray<Category>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** Words by which customers mean any product of it. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** Its own name, the last step of the path. */
  readonly name: Scalars['String']['output'];
  /** The category above it; null at the root. */
  readonly parent: Maybe<Category>;
  /** All names from the root, e.g. `Drinks > Juices`; unique within the tenant whatever the letter case. */
  readonly path: Scalars['String']['output'];
};

/** A page of categories. */
export type CategoryConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<CategoryEdge>;
  /** The items alone. */
  readonly nodes: ReadonlyArray<Category>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A category in a page. */
export type CategoryEdge = {
  /** Give it as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The category. */
  readonly node: Category;
};

/** A number or address by which customers reach the tenant. */
export type ChannelAccount = Node & {
  /** The number or address that customers see. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Whether an access token is stored, so that messages can be sent. */
  readonly canSend: Scalars['Boolean']['output'];
  /** When it was connected. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** How it is doing. */
  readonly health: ChannelAccountHealth;
  /** Prefix `cha_`. */
  readonly id: Scalars['ID']['output'];
  /** What people call it. */
  readonly name: Scalars['String']['output'];
  /** What the provider routes by: the phone number id for WhatsApp, the number for SMS, the inbound host for e-mail. */
  readonly routingKey: Scalars['String']['output'];
  /** Whether it receives and sends. */
  readonly status: ChannelAccountStatus;
  /** Which channel. */
  readonly type: ChannelType;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes; give it back as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** Where the provider must deliver, as a path on this server, e.g. `/webhooks/whatsapp/cha_…`. */
  readonly webhookPath: Scalars['String']['output'];
};

/** A number or address to connect. */
export type ChannelAccountConnectInput = {
  /** The access token to send with; without it nothing can be sent. */
  readonly accessToken?: InputMaybe<Scalars['String']['input']>;
  /** The number or address that customers see. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** The app secret that signs the provider's deliveries. */
  readonly appSecret: Scalars['String']['input'];
  /** 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** The business portfolio or account it belongs to; customers' BSUIDs hold within it. Its own when left out. */
  readonly portfolioId?: InputMaybe<Scalars['String']['input']>;
  /** The phone number id for WhatsApp. */
  readonly routingKey: Scalars['String']['input'];
  /** Which channel; only WHATSAPP can be connected so far. */
  readonly type: ChannelType;
  /** The word that the provider must say in the verification handshake. */
  readonly verifyToken: Scalars['String']['input'];
};

/** The outcome of `channelAccountConnect`. */
export type ChannelAccountConnectPayload = {
  /** The channel account as it is now; null when refused. */
  readonly channelAccount: Maybe<ChannelAccount>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A page of channel accounts. */
export type ChannelAccountConnection = {
  /** The channel accounts with their cursors. */
  readonly edges: ReadonlyArray<ChannelAccountEdge>;
  /** The channel accounts alone. */
  readonly nodes: ReadonlyArray<ChannelAccount>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of the channel accounts in a page. */
export type ChannelAccountEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is there. */
  readonly node: ChannelAccount;
};

/** How a channel account is doing; times are kept to within ten seconds. */
export type ChannelAccountHealth = {
  /** What went wrong then. */
  readonly lastError: Maybe<Scalars['String']['output']>;
  /** When something last went wrong. */
  readonly lastErrorAt: Maybe<Scalars['DateTime']['output']>;
  /** When the last message came in. */
  readonly lastInboundAt: Maybe<Scalars['DateTime']['output']>;
};

/** Whether a channel account is in use. */
export type ChannelAccountStatus =
  /** It receives and sends. */
  | 'ACTIVE'
  /** It receives, and sends nothing. */
  | 'DISABLED';

/** New values for a channel account. */
export type ChannelAccountUpdateInput = {
  /** The access token to send with; null removes it. */
  readonly accessToken?: InputMaybe<Scalars['String']['input']>;
  /** The number or address that customers see. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** The app secret that signs the provider's deliveries. */
  readonly appSecret?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether it sends. */
  readonly status?: InputMaybe<ChannelAccountStatus>;
  /** The word that the provider must say in the verification handshake. */
  readonly verifyToken?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of `channelAccountUpdate`. */
export type ChannelAccountUpdatePayload = {
  /** The channel account as it is now; null when refused. */
  readonly channelAccount: Maybe<ChannelAccount>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A channel. */
export type ChannelType =
  /** E-mail. */
  | 'EMAIL'
  /** SMS. */
  | 'SMS'
  /** WhatsApp Cloud API. */
  | 'WHATSAPP';

/** Kinds BUTTON_REPLY, LIST_REPLY and TEMPLATE_BUTTON. */
export type ChoiceContent = {
  /** The id or payload that we gave to the button or row. */
  readonly choiceId: Scalars['String']['output'];
  /** The row's description. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Its title. */
  readonly title: Scalars['String']['output'];
};

/** A passage that an answer was made from, as it was then. */
export type Citation = {
  /** The passage; null when it is gone or its text was changed. */
  readonly chunk: Maybe<KnowledgeChunk>;
  /** The document; null when it is gone. */
  readonly doc: Maybe<KnowledgeDoc>;
  /** The words of the passage that were given as the answer. */
  readonly excerpt: Scalars['String']['output'];
  /** The headings above the passage, outermost first. */
  readonly headingPath: ReadonlyArray<Scalars['String']['output']>;
  /** Why the answer may not hold any more; null while the passage is as it was. */
  readonly staleReason: Maybe<CitationStaleReason>;
  /** What the document was called. */
  readonly title: Scalars['String']['output'];
};

/** Why an answer may not hold any more. */
export type CitationStaleReason =
  /** The passage was changed, or is not in the document any more. */
  | 'CHANGED'
  /** The document was deleted. */
  | 'DELETED';

/** Another member has the order under review. */
export type ClaimedByOther = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** When that claim ends unless it is prolonged. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A GraphQL document that clients send. */
export type ClientDocument = {
  /** When it was registered or first seen. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The document's id. */
  readonly id: Scalars['ID']['output'];
  /** When it last came while it was not trusted, to the minute; null: never. */
  readonly lastSeenAt: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of its text, in lower-case hex. */
  readonly sha256: Scalars['String']['output'];
  /** Whether it may be sent. */
  readonly status: ClientDocumentStatus;
  /** The document. */
  readonly text: Scalars['String']['output'];
  /** How often it came while it was not trusted; counted to the minute, and only where documents are reported or enforced. */
  readonly timesSeen: Scalars['Int']['output'];
  /** Since when it is trusted; null while it is only reported. */
  readonly trustedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who trusted it; null while it is only reported. */
  readonly trustedBy: Maybe<Actor>;
};

/** A page of documents. */
export type ClientDocumentConnection = {
  /** The documents with their cursors. */
  readonly edges: ReadonlyArray<ClientDocumentEdge>;
  /** The documents alone. */
  readonly nodes: ReadonlyArray<ClientDocument>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Answer of `clientDocumentDelete`. */
export type ClientDocumentDeletePayload = {
  /** What was forgotten; null when refused. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A document in a page. */
export type ClientDocumentEdge = {
  /** Position of this item. */
  readonly cursor: Scalars['String']['output'];
  /** The document. */
  readonly node: ClientDocument;
};

/** Which documents to list. */
export type ClientDocumentFilter = {
  /** Only these. */
  readonly status?: InputMaybe<ClientDocumentStatus>;
};

/** Whether a document may be sent. */
export type ClientDocumentStatus =
  /** It came, and nobody has registered it. */
  | 'REPORTED'
  /** It was registered. */
  | 'TRUSTED';

/** How confidence and truth go together. */
export type ConfidenceCalibration = {
  /** The curve, by rising confidence; bands without orders are left out. */
  readonly curve: ReadonlyArray<CalibrationPoint>;
  /** How far confidence and share of right orders lie apart on average, 0 to 1; null without orders. */
  readonly expectedCalibrationError: Maybe<Scalars['Float']['output']>;
  /** Whether it follows from the target and these reviews; false: it was set by hand, or the reviews cannot tell yet. */
  readonly isDerived: Scalars['Boolean']['output'];
  /** Orders that were looked at. */
  readonly orders: Scalars['Int']['output'];
  /** Those that were confirmed as they were read. */
  readonly rightOrders: Scalars['Int']['output'];
  /** The threshold in force. */
  readonly threshold: Scalars['Float']['output'];
};

/** A contact card. */
export type ContactCard = {
  /** The company. */
  readonly company: Maybe<Scalars['String']['output']>;
  /** E-mail addresses. */
  readonly emails: ReadonlyArray<Scalars['String']['output']>;
  /** The name to show. */
  readonly name: Scalars['String']['output'];
  /** Phone numbers as they were written. */
  readonly phones: ReadonlyArray<Scalars['String']['output']>;
};

/** Kind CONTACTS. */
export type ContactsContent = {
  /** The cards. */
  readonly contacts: ReadonlyArray<ContactCard>;
};

/** What one customer and the tenant say to each other on one channel account, from a first message until it is resolved. */
export type Conversation = Node & {
  /** What the assistant answered in this conversation, newest first. Requires `assistant:read`. */
  readonly aiResponses: AiResponseConnection;
  /** Who looks after it; null when nobody does. */
  readonly assignee: Maybe<User>;
  /** Whether the bot reads and answers, and why not. */
  readonly bot: ConversationBot;
  /** The number or address they wrote to. Requires `channels:read`. */
  readonly channelAccount: Maybe<ChannelAccount>;
  /** When the first message arrived. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who writes. */
  readonly customer: Customer;
  /** Prefix `cnv_`. */
  readonly id: Scalars['ID']['output'];
  /** The address they write from. */
  readonly identity: CustomerIdentity;
  /** The newest message. */
  readonly lastMessage: Maybe<Message>;
  /** When the newest message came or went. */
  readonly lastMessageAt: Scalars['DateTime']['output'];
  /** The newest order of this conversation; null while there is none. Requires `orders:read`. */
  readonly latestOrder: Maybe<Order>;
  /** The messages, oldest first; `last: 20` gives the newest twenty. */
  readonly messages: MessageConnection;
  /** The orders of this conversation, newest first. Requires `orders:read`. */
  readonly orders: OrderConnection;
  /** Whether a free-form message may be sent now. */
  readonly replyWindow: ReplyWindow;
  /** When a snoozed conversation opens by itself; null otherwise. */
  readonly snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly status: ConversationStatus;
  /** What it was about so far, in short, for people and as context for drafts; null before the first dozen messages. */
  readonly summary: Maybe<ConversationSummary>;
  /** Messages and what else happened (assigned, resolved, handed over), oldest first. */
  readonly timeline: TimelineConnection;
  /** Messages of the customer that nobody has marked as read. */
  readonly unreadCount: Scalars['Int']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes; give it back as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};


/** What one customer and the tenant say to each other on one channel account, from a first message until it is resolved. */
export type ConversationAiResponsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What one customer and the tenant say to each other on one channel account, from a first message until it is resolved. */
export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What one customer and the tenant say to each other on one channel account, from a first message until it is resolved. */
export type ConversationOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What one customer and the tenant say to each other on one channel account, from a first message until it is resolved. */
export type ConversationTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The outcome of `conversationAssign`. */
export type ConversationAssignPayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Whether the bot reads and answers a conversation. */
export type ConversationBot = {
  /** True in state BOT. */
  readonly active: Scalars['Boolean']['output'];
  /** Why it is so; null while the bot has had it from the start. */
  readonly reason: Maybe<BotReason>;
  /** Since when; null while the bot has had it from the start. */
  readonly since: Maybe<Scalars['DateTime']['output']>;
  /** Who has the conversation. */
  readonly state: BotState;
};

/** The outcome of `conversationBotSet`. */
export type ConversationBotSetPayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A conversation was opened, its status, assignee, unread count or bot changed, or something happened to its order. */
export type ConversationChangedEvent = LiveEvent & {
  /** Who or what did it. */
  readonly actor: Actor;
  /** The conversation as it is now. */
  readonly conversation: Conversation;
  /** Give it back as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** A page of conversations. */
export type ConversationConnection = {
  /** The conversations with their cursors. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** The conversations alone. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of the conversations in a page. */
export type ConversationEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is there. */
  readonly node: Conversation;
};

/** Something that happened in a conversation and is not a message. */
export type ConversationEvent = Node & {
  /** Who did it. */
  readonly actor: Actor;
  /** Who has it now, for ASSIGNED. */
  readonly assignee: Maybe<User>;
  /** Why, for HANDOVER. */
  readonly botReason: Maybe<BotReason>;
  /** The bot's state after it, for HANDOVER. */
  readonly botState: Maybe<BotState>;
  /** The conversation. */
  readonly conversation: Conversation;
  /** Prefix `cev_`. */
  readonly id: Scalars['ID']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Its place among the messages and events of the conversation. */
  readonly seq: Scalars['Int']['output'];
  /** The status before and after, for STATUS_CHANGED. */
  readonly statusChange: Maybe<ConversationStatusChange>;
  /** What happened. */
  readonly type: ConversationEventType;
};

/** What happened in a conversation. */
export type ConversationEventType =
  /** It was given to somebody, or to nobody. */
  | 'ASSIGNED'
  /** It went from the bot to people or back. */
  | 'HANDOVER'
  /** Its status changed. */
  | 'STATUS_CHANGED';

/** Which conversations. */
export type ConversationFilter = {
  /** Given to this user; `null` asks for those given to nobody. */
  readonly assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the bot is on (true) or off (false). */
  readonly botActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** On one of these channel accounts. */
  readonly channelAccountIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of this customer. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the customer's name, code, phone number or other address; case does not matter. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** In one of these states. */
  readonly status?: InputMaybe<ReadonlyArray<ConversationStatus>>;
  /** With (true) or without (false) unread messages. */
  readonly unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The outcome of `conversationMarkRead`. */
export type ConversationMarkReadPayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** The outcome of `conversationPend`. */
export type ConversationPendPayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** The outcome of `conversationReopen`. */
export type ConversationReopenPayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** The outcome of `conversationResolve`. */
export type ConversationResolvePayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** The outcome of `conversationSnooze`. */
export type ConversationSnoozePayload = {
  /** The conversation as it is now; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Where a conversation stands. */
export type ConversationStatus =
  /** Someone or the bot has to do something. */
  | 'OPEN'
  /** Waiting for the customer; their next message opens it. */
  | 'PENDING'
  /** Nothing is left to do. */
  | 'RESOLVED'
  /** Put aside until `snoozedUntil` or the customer's next message. */
  | 'SNOOZED';

/** A status before and after. */
export type ConversationStatusChange = {
  /** Before. */
  readonly from: ConversationStatus;
  /** After. */
  readonly to: ConversationStatus;
};

/** The outcome of `conversationSummarise`. */
export type ConversationSummarisePayload = {
  /** The conversation with its summary; null when refused. */
  readonly conversation: Maybe<Conversation>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** The rolling summary of a conversation. */
export type ConversationSummary = {
  /** It covers everything up to this place of the conversation (`Message.seq`); what came later is not in it. */
  readonly coversUpToSeq: Scalars['Int']['output'];
  /** Who wrote it: a language model, or `extract-1` for what Parley put together from the records without one. */
  readonly model: Scalars['String']['output'];
  /** In the tenant's language. */
  readonly text: Scalars['String']['output'];
  /** When it was written last. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** What an operation asks for, beside what it may. */
export type CostExplanation = {
  /** Fields under another name. */
  readonly aliases: CostMeasure;
  /** The fields that the cost comes from, the dearest first, at most 50. */
  readonly breakdown: ReadonlyArray<CostPart>;
  /** Points: one for each object that it may bring, ten for each write. */
  readonly cost: CostMeasure;
  /** Levels of fields. */
  readonly depth: CostMeasure;
  /** Directives. */
  readonly directives: CostMeasure;
  /** Why it would not run. */
  readonly refusals: ReadonlyArray<CostRefusal>;
  /** Fields of the operation itself. */
  readonly rootFields: CostMeasure;
  /** Words and signs of the whole document. */
  readonly tokens: CostMeasure;
  /** Whether it is within all limits; the tenant's points of the minute are in `extensions.cost`. */
  readonly wouldRun: Scalars['Boolean']['output'];
};

/** How much there is of something, and how much there may be. */
export type CostMeasure = {
  /** What the document has; 0 when it cannot be read. */
  readonly found: Scalars['Long']['output'];
  /** What is allowed. */
  readonly limit: Scalars['Int']['output'];
};

/** One field of an operation and what it costs. */
export type CostPart = {
  /** Where it stands in the answer, e.g. `orders.nodes.customer`. */
  readonly path: Scalars['String']['output'];
  /** Points, over all objects that it stands in. */
  readonly points: Scalars['Long']['output'];
};

/** Why an operation would be refused. */
export type CostRefusal = {
  /** As in the `extensions.code` of the error. */
  readonly code: Scalars['String']['output'];
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
};

/** Someone who buys: a shop, a restaurant or a person. Found or made when the first message arrives. */
export type Customer = Node & {
  /** The tenant's own number for this customer, unique in the tenant. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** When they were first seen. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What is known of them beyond their orders, newest first; by default what has expired is left out. */
  readonly facts: CustomerFactConnection;
  /** Prefix `cus_`. */
  readonly id: Scalars['ID']['output'];
  /** The addresses by which they reach us, oldest first. */
  readonly identities: ReadonlyArray<CustomerIdentity>;
  /** The language they write in, as an ISO 639-1 code such as `es`; null while unknown. */
  readonly language: Maybe<Scalars['String']['output']>;
  /** What people call them; taken from their profile at first contact until somebody changes it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** What the team should know about them. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The orders of this customer, newest first. Requires `orders:read`. */
  readonly orders: OrderConnection;
  /** When they were last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes; give it back as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};


/** Someone who buys: a shop, a restaurant or a person. Found or made when the first message arrives. */
export type CustomerFactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeExpired?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Someone who buys: a shop, a restaurant or a person. Found or made when the first message arrives. */
export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A customer who acted, e.g. by writing a message. */
export type CustomerActor = {
  /** The customer. */
  readonly customer: Customer;
};

/** A page of customers. */
export type CustomerConnection = {
  /** The customers with their cursors. */
  readonly edges: ReadonlyArray<CustomerEdge>;
  /** The customers alone. */
  readonly nodes: ReadonlyArray<Customer>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A customer in a page. */
export type CustomerEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The customer. */
  readonly node: Customer;
};

/** Something known of a customer, with its source and until when it holds. */
export type CustomerFact = Node & {
  /** When it was written down. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who wrote it down. */
  readonly createdBy: Actor;
  /** Whom it is about. */
  readonly customer: Customer;
  /** Prefix `fac_`. */
  readonly id: Scalars['ID']['output'];
  /** The message it was read from; null when a person wrote it down, or the message is not to be seen. */
  readonly message: Maybe<Message>;
  /** Whether a person stands behind it. */
  readonly state: CustomerFactState;
  /** What is known. */
  readonly text: Scalars['String']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Until when it holds; null: for good. */
  readonly validUntil: Maybe<Scalars['DateTime']['output']>;
  /** Counts the changes; give it back as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};

/** A page of facts. */
export type CustomerFactConnection = {
  /** The facts with their cursors. */
  readonly edges: ReadonlyArray<CustomerFactEdge>;
  /** The facts alone. */
  readonly nodes: ReadonlyArray<CustomerFact>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A fact in a page. */
export type CustomerFactEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The fact. */
  readonly node: CustomerFact;
};

/** The outcome of `customerFactErase`. */
export type CustomerFactErasePayload = {
  /** The id that is no more; null when refused. */
  readonly erasedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A fact to write down. */
export type CustomerFactInput = {
  /** Whom it is about. */
  readonly customerId: Scalars['ID']['input'];
  /** 1 to 500 characters. */
  readonly text: Scalars['String']['input'];
  /** Until when it holds; left out: for good. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The outcome of writing or changing a fact. */
export type CustomerFactPayload = {
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
  /** The fact as it is now; null when refused. */
  readonly fact: Maybe<CustomerFact>;
};

/** Whether a fact is believed. */
export type CustomerFactState =
  /** A person wrote or accepted it. */
  | 'ACCEPTED'
  /** The assistant read it out of a message; nobody uses it before a person accepts it. */
  | 'PROPOSED';

/** What to change of a fact. */
export type CustomerFactUpdateInput = {
  /** `true` accepts a proposed one. */
  readonly accept?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 500 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Until when it holds; `null`: for good. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which customers. */
export type CustomerFilter = {
  /** Part of a name, of a code, of a phone number or of another address; case does not matter. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** An address by which a customer is known on a channel. */
export type CustomerIdentity = Node & {
  /** When it was first seen. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Prefix `cid_`. */
  readonly id: Scalars['ID']['output'];
  /** What sort of address. */
  readonly kind: IdentityKind;
  /** The name in their profile on that channel, as it was last seen. */
  readonly profileName: Maybe<Scalars['String']['output']>;
  /** The address: a phone number in E.164 (`+573001112233`), a BSUID unchanged, or an e-mail address in lower case. */
  readonly value: Scalars['String']['output'];
};

/** In which order customers come. */
export type CustomerOrder =
  /** Those first seen first come first. */
  | 'CREATED_AT_ASC'
  /** Those first seen last come first. */
  | 'CREATED_AT_DESC'
  /** By name, those without one last. */
  | 'NAME_ASC';

/** New values for a customer. */
export type CustomerUpdateInput = {
  /** 1 to 64 characters, unique in the tenant. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** An ISO 639-1 code such as `es`. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Up to 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of `customerUpdate`. */
export type CustomerUpdatePayload = {
  /** The customer as it is now; null when refused. */
  readonly customer: Maybe<Customer>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Kind DELETION. */
export type DeletionContent = {
  /** The message that was deleted, at the provider. */
  readonly targetProviderMessageId: Scalars['String']['output'];
};

/** Kind EDIT. */
export type EditContent = {
  /** What sort of message it is now. */
  readonly newKind: MessageKind;
  /** What it says now. */
  readonly newText: Maybe<Scalars['String']['output']>;
  /** The message that was changed, at the provider. */
  readonly targetProviderMessageId: Scalars['String']['output'];
};

/** What kind of refusal a `UserError` is. */
export type ErrorCode =
  /** An e-mail, slug, SKU or routing key is taken. */
  | 'ALREADY_EXISTS'
  /** Another member holds the review claim. */
  | 'CLAIMED_BY_OTHER'
  /** What is to be used was not evaluated yet on what holds now. */
  | 'EVALUATION_MISSING'
  /** It reads the examples worse than what is in use. */
  | 'EVALUATION_WORSE'
  /** E-mail or password do not match. */
  | 'INVALID_CREDENTIALS'
  /** A value is not acceptable; `path` says which. */
  | 'INVALID_INPUT'
  /** The last owner of a tenant cannot be removed or demoted. */
  | 'LAST_OWNER'
  /** Nothing was in use before. */
  | 'NOTHING_TO_ROLL_BACK'
  /** Nothing with this id is here (or it belongs to someone else: the two look the same). */
  | 'NOT_FOUND'
  /** There are too few examples to tell better from worse. */
  | 'TOO_FEW_EXAMPLES'
  /** The state machine does not allow this step from the present state. */
  | 'TRANSITION_REFUSED'
  /** Somebody changed it first; read it again and decide anew. */
  | 'VERSION_CONFLICT'
  /** The customer wrote too long ago for a free-form message. */
  | 'WINDOW_CLOSED';

/** What an evaluation comes to. */
export type EvaluationFigures = {
  /** Orders right as a whole. */
  readonly exact: Scalars['Int']['output'];
  /** Examples. */
  readonly examples: Scalars['Int']['output'];
  /** Lines that nobody expected. */
  readonly invented: Scalars['Int']['output'];
  /** Right lines. */
  readonly matched: Scalars['Int']['output'];
  /** Lines that were not read. */
  readonly missed: Scalars['Int']['output'];
};

/** An evaluation went on. */
export type EvaluationProgressEvent = LiveEvent & {
  /** The job. */
  readonly actor: Actor;
  /** Give it back as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Examples read so far. */
  readonly doneCount: Scalars['Int']['output'];
  /** The evaluation, as it is now. */
  readonly evaluationRun: EvaluationRun;
  /** Of so many. */
  readonly exampleCount: Scalars['Int']['output'];
  /** When. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Running, or how it ended. */
  readonly state: EvaluationState;
};

/** What came of one example. */
export type EvaluationResult = {
  /** What it cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** What went wrong with the model, so that the built-in one read; null when nothing did. */
  readonly error: Maybe<Scalars['String']['output']>;
  /** The example. */
  readonly example: LearnedExample;
  /** The lines as people made them. */
  readonly expected: Scalars['JSON']['output'];
  /** Read, and not expected. */
  readonly invented: Scalars['Int']['output'];
  /** All is the same, variants and all. */
  readonly isExact: Scalars['Boolean']['output'];
  /** From question to answer. */
  readonly latencyMs: Scalars['Int']['output'];
  /** Lines of the same product and quantity. */
  readonly matched: Scalars['Int']['output'];
  /** Expected, and not read. */
  readonly missed: Scalars['Int']['output'];
  /** How far the total would have been off, in minor units. */
  readonly moneyErrorMinor: Scalars['Long']['output'];
  /** The lines that were read. */
  readonly read: Scalars['JSON']['output'];
};

/** A page of results. */
export type EvaluationResultConnection = {
  /** The results with their cursors. */
  readonly edges: ReadonlyArray<EvaluationResultEdge>;
  /** The results alone. */
  readonly nodes: ReadonlyArray<EvaluationResult>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A result in a page. */
export type EvaluationResultEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The result. */
  readonly node: EvaluationResult;
};

/** A way of reading orders, tried on what people said the right orders were. */
export type EvaluationRun = Node & {
  /** From question to answer on average; null before the first. */
  readonly averageLatencyMs: Maybe<Scalars['Int']['output']>;
  /** What it cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who started it. */
  readonly createdBy: Actor;
  /** Examples read so far. */
  readonly doneCount: Scalars['Int']['output'];
  /** Orders that were right as a whole, variants and all. */
  readonly exactCount: Scalars['Int']['output'];
  /** Examples in the set. */
  readonly exampleCount: Scalars['Int']['output'];
  /** Both in one: twice the right lines, of all that were expected and all that were read; null before the first line. */
  readonly f1: Maybe<Scalars['Float']['output']>;
  /** Why it could not be finished; null when nothing kept it. */
  readonly failureReason: Maybe<Scalars['String']['output']>;
  /** Examples that the built-in model had to read in the other one's place. */
  readonly fallbackCount: Scalars['Int']['output'];
  /** When it ended; null while it runs. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** The model. */
  readonly model: Scalars['String']['output'];
  /** By how much all totals together would have been off, in minor units of the tenant's currency, at the prices of now. */
  readonly moneyErrorMinor: Scalars['Long']['output'];
  /** Of the lines that were read, how many are right in product and quantity; null before the first line. */
  readonly precision: Maybe<Scalars['Float']['output']>;
  /** The version of the shop's prompt; null: Parley's own words. */
  readonly promptVersion: Maybe<PromptVersion>;
  /** Of the lines that people made, how many were read; null before the first line. */
  readonly recall: Maybe<Scalars['Float']['output']>;
  /** What came of each example, newest first. */
  readonly results: EvaluationResultConnection;
  /** How far it is. */
  readonly state: EvaluationState;
};


/** A way of reading orders, tried on what people said the right orders were. */
export type EvaluationRunResultsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of evaluations. */
export type EvaluationRunConnection = {
  /** The evaluations with their cursors. */
  readonly edges: ReadonlyArray<EvaluationRunEdge>;
  /** The evaluations alone. */
  readonly nodes: ReadonlyArray<EvaluationRun>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An evaluation in a page. */
export type EvaluationRunEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The evaluation. */
  readonly node: EvaluationRun;
};

/** With what to read the examples. */
export type EvaluationRunInput = {
  /** One of the models of the server, e.g. `offline-1`; left out: the one that reads orders. */
  readonly model?: InputMaybe<Scalars['String']['input']>;
  /** A version of the tenant's prompt, released or not; left out: Parley's own words. */
  readonly promptVersionId?: InputMaybe<Scalars['ID']['input']>;
};

/** The evaluation, or why not. */
export type EvaluationRunPayload = {
  /** Why it was refused; empty when it was not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The evaluation; null when it was refused. */
  readonly evaluationRun: Maybe<EvaluationRun>;
};

/** How far an evaluation is. */
export type EvaluationState =
  /** All were read. */
  | 'DONE'
  /** It could not be finished; `failureReason` says why. */
  | 'FAILED'
  /** Examples are being read. */
  | 'RUNNING';

/** A version reads the examples worse than what is in use. */
export type EvaluationWorse = UserError & {
  /** Of what is in use. */
  readonly baseline: EvaluationFigures;
  /** Of the version. */
  readonly candidate: EvaluationFigures;
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** One line that the assistant read. */
export type ExtractedLine = {
  /** Up to five products this line may mean, best first; empty when it is clear. */
  readonly candidates: ReadonlyArray<ProductCandidate>;
  /** How sure the model is of this line, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** Toppings and the like: wanted, unwanted, extra. */
  readonly options: ReadonlyArray<ExtractedOption>;
  /** The product; null while unmatched, then `candidates` say what it may be. */
  readonly product: Maybe<Product>;
  /** How much. */
  readonly quantity: Scalars['Decimal']['output'];
  /** The words this line was read from; never empty. */
  readonly spans: ReadonlyArray<TextSpan>;
  /** The unit as the text has it, in the catalogue's words, e.g. `case` or `kg`; null when none is said. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** The variants chosen, at most one per axis. */
  readonly variants: ReadonlyArray<ProductVariant>;
};

/** A choice beside the product itself, e.g. a topping. */
export type ExtractedOption = {
  /** The option group, e.g. `topping`. */
  readonly group: Scalars['String']['output'];
  /** True for «without». */
  readonly negated: Scalars['Boolean']['output'];
  /** How much of it, e.g. `extra` or `light`; null when not said. */
  readonly qualifier: Maybe<Scalars['String']['output']>;
  /** The option, e.g. `onion`. */
  readonly value: Scalars['String']['output'];
};

/** A background job that was given up. */
export type FailedJob = {
  /** Attempts that were made. */
  readonly attempts: Scalars['Int']['output'];
  /** What it was about: ids only. */
  readonly data: Scalars['JSON']['output'];
  /** When it was put into the queue. */
  readonly enqueuedAt: Scalars['DateTime']['output'];
  /** What the last attempt failed with; for operators, not for customers. */
  readonly error: Scalars['String']['output'];
  /** When it was given up. */
  readonly failedAt: Scalars['DateTime']['output'];
  /** For `failedJobReplay`; gone once it was replayed. */
  readonly id: Scalars['ID']['output'];
  /** What kind of job, e.g. `conversation.read`. */
  readonly name: Scalars['String']['output'];
};

/** The answer of `failedJobReplay`. */
export type FailedJobReplayPayload = {
  /** Why it is not; empty when it is. */
  readonly errors: ReadonlyArray<UserError>;
  /** Whether the job is back in its queue. */
  readonly replayed: Scalars['Boolean']['output'];
};

/** Kind FLOW_REPLY. */
export type FlowContent = {
  /** The words that the customer sees. */
  readonly body: Maybe<Scalars['String']['output']>;
  /** The name of the form. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The answers; null when they cannot be read. */
  readonly response: Maybe<Scalars['JSON']['output']>;
};

/** What sort of address an identity is. */
export type IdentityKind =
  /** WhatsApp's business-scoped user id: opaque, and valid only within one business portfolio. */
  | 'BSUID'
  /** An e-mail address. */
  | 'EMAIL'
  /** A phone number, for WhatsApp and SMS. */
  | 'PHONE';

/** All that moves an inbox; later parts of the schema add to it. */
export type InboxEvent = ConversationChangedEvent | MessageAddedEvent | MessageChangedEvent;

/** A value is not acceptable. */
export type InvalidInput = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A passage of a document: what is searched, and what an answer cites. */
export type KnowledgeChunk = Node & {
  /** The document it belongs to. */
  readonly doc: KnowledgeDoc;
  /** The model that embedded it, e.g. `lexical-hash-384-v1`. */
  readonly embeddingModel: Scalars['String']['output'];
  /** Where it ends there, exclusive. */
  readonly endOffset: Scalars['Int']['output'];
  /** The headings above it, outermost first. */
  readonly headingPath: ReadonlyArray<Scalars['String']['output']>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** 0 for the first passage of the document. */
  readonly position: Scalars['Int']['output'];
  /** Where it begins in the content that was indexed, in UTF-16 code units. */
  readonly startOffset: Scalars['Int']['output'];
  /** The passage. */
  readonly text: Scalars['String']['output'];
};

/** A page of passages. */
export type KnowledgeChunkConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<KnowledgeChunkEdge>;
  /** The items. */
  readonly nodes: ReadonlyArray<KnowledgeChunk>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A passage and where it stands in the list. */
export type KnowledgeChunkEdge = {
  /** To continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The passage. */
  readonly node: KnowledgeChunk;
};

/** A document that the assistant may answer from. */
export type KnowledgeDoc = Node & {
  /** How many passages answer for it now; 0 until it is indexed for the first time. */
  readonly chunkCount: Scalars['Int']['output'];
  /** Its passages in reading order. */
  readonly chunks: KnowledgeChunkConnection;
  /** The text, plain or Markdown, as imported or as read from its source; empty until it was read for the first time. */
  readonly content: Scalars['String']['output'];
  /** When it was first imported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The tenant's own name for it, unique: importing it again replaces it. Of global documents the library's name. */
  readonly externalId: Scalars['String']['output'];
  /** For people: why indexing failed; null unless the status is FAILED. */
  readonly failureReason: Maybe<Scalars['String']['output']>;
  /** Since when this tenant wants no answers from it; null while it does, and for its own documents. */
  readonly hiddenAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** When it was last indexed; null until then. */
  readonly indexedAt: Maybe<Scalars['DateTime']['output']>;
  /** The language that was recognised when it was last indexed, as ISO 639-1 code; null when none was. */
  readonly language: Maybe<Scalars['String']['output']>;
  /** What the tenant noted about it, as imported. */
  readonly metadata: Scalars['JSON']['output'];
  /** Whose it is. */
  readonly scope: KnowledgeDocScope;
  /** Where the text is read from; null when it was imported as text. */
  readonly source: Maybe<KnowledgeSource>;
  /** How far indexing is. */
  readonly status: KnowledgeDocStatus;
  /** May be empty. */
  readonly title: Scalars['String']['output'];
  /** When title, content, metadata or status last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts up with every change of title, content or metadata. */
  readonly version: Scalars['Int']['output'];
};


/** A document that the assistant may answer from. */
export type KnowledgeDocChunksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of documents. */
export type KnowledgeDocConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<KnowledgeDocEdge>;
  /** The items. */
  readonly nodes: ReadonlyArray<KnowledgeDoc>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What became of a deletion. */
export type KnowledgeDocDeletePayload = {
  /** The id of the deleted document; null when it was refused. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A document and where it stands in the list. */
export type KnowledgeDocEdge = {
  /** To continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The document. */
  readonly node: KnowledgeDoc;
};

/** Which documents to list; conditions add up. */
export type KnowledgeDocFilter = {
  /** Only the tenant's own, or only global ones. */
  readonly scope?: InputMaybe<KnowledgeDocScope>;
  /** Only documents whose title or external id contains this text, whatever its case. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these states. */
  readonly status?: InputMaybe<ReadonlyArray<KnowledgeDocStatus>>;
};

/** A page to make a document of. */
export type KnowledgeDocFromUrlInput = {
  /** Your own name for it, 1 to 200 characters; unique in the tenant. */
  readonly externalId: Scalars['String']['input'];
  /** Any JSON object, at most 16 kB, kept as it is; `{}` when left out. */
  readonly metadata?: InputMaybe<Scalars['JSON']['input']>;
  /** 15 minutes to a week (10080); once when left out. */
  readonly refetchEveryMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** At most 500 characters; what the page calls itself when left out. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** An http or https address of the public internet, without user name and password, on port 80, 443, 8080 or 8443. */
  readonly url: Scalars['String']['input'];
};

/** What became of hiding or showing a document. */
export type KnowledgeDocHidePayload = {
  /** The document as it is now; null when refused. */
  readonly doc: Maybe<KnowledgeDoc>;
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Documents to import. */
export type KnowledgeDocImportInput = {
  /** 1 to 200 documents, each `externalId` at most once. */
  readonly docs: ReadonlyArray<KnowledgeDocInput>;
};

/** What became of an import. */
export type KnowledgeDocImportPayload = {
  /** How many were new. */
  readonly createdCount: Scalars['Int']['output'];
  /** The documents that are now stored, in the order given, without those named in `errors`. */
  readonly docs: ReadonlyArray<KnowledgeDoc>;
  /** The documents that were refused, each by its path. */
  readonly errors: ReadonlyArray<UserError>;
  /** How many were left alone. */
  readonly unchangedCount: Scalars['Int']['output'];
  /** How many replaced an earlier version, or are tried again. */
  readonly updatedCount: Scalars['Int']['output'];
};

/** A document to import. */
export type KnowledgeDocInput = {
  /** Plain text or Markdown, at most 500,000 characters; headings (`#`) divide it into passages. */
  readonly content: Scalars['String']['input'];
  /** Your own name for it, 1 to 200 characters; unique in the tenant. */
  readonly externalId: Scalars['String']['input'];
  /** Any JSON object, at most 16 kB, kept as it is; `{}` when left out. */
  readonly metadata?: InputMaybe<Scalars['JSON']['input']>;
  /** At most 500 characters; may be empty. */
  readonly title: Scalars['String']['input'];
};

/** Whose a document is. */
export type KnowledgeDocScope =
  /** Kept for all tenants by the operator of the installation: this tenant has a copy that it can hide, not change. */
  | 'GLOBAL'
  /** The tenant's own. */
  | 'TENANT';

/** What became of a document with a page. */
export type KnowledgeDocSourcePayload = {
  /** The document; null when it was refused. */
  readonly doc: Maybe<KnowledgeDoc>;
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
};

/** How far the indexing of a document is. */
export type KnowledgeDocStatus =
  /** Could not be indexed; `failureReason` says why. Passages of an earlier version still answer. */
  | 'FAILED'
  /** Waiting for its turn. */
  | 'PENDING'
  /** Being cut into passages and embedded. */
  | 'PROCESSING'
  /** All of its present text can be found. */
  | 'READY';

/** The model that embeds the knowledge base. */
export type KnowledgeEmbedding = {
  /** The model that will take over; null when none is being built. */
  readonly building: Maybe<KnowledgeEmbeddingBuild>;
  /** Length of its vectors; null while there are none. */
  readonly dimensions: Maybe<Scalars['Int']['output']>;
  /** The model whose vectors answer searches. */
  readonly model: Scalars['String']['output'];
};

/** A model whose vectors are being made. */
export type KnowledgeEmbeddingBuild = {
  /** Passages that have its vector. */
  readonly doneCount: Scalars['Int']['output'];
  /** For people: why it stopped; null while it goes on. */
  readonly failureReason: Maybe<Scalars['String']['output']>;
  /** The model. */
  readonly model: Scalars['String']['output'];
  /** When it was begun. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** Passages in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Formats that text is read from. */
export type KnowledgeFormat =
  /** A document of a word processor. */
  | 'DOCX'
  /** A web page. */
  | 'HTML'
  /** Markdown or plain text. */
  | 'MARKDOWN'
  /** PDF with text in it; scanned pages have none. */
  | 'PDF';

/** A question that the knowledge base did not answer, with those that are like it. */
export type KnowledgeGap = Node & {
  /** When it was asked first. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The document that closed it; null while open, when dismissed, and when the document is gone. */
  readonly doc: Maybe<KnowledgeDoc>;
  /** An article to approve; made anew from what people have answered since. */
  readonly draft: KnowledgeGapDraft;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** When it was asked last. */
  readonly lastAskedAt: Scalars['DateTime']['output'];
  /** As it was asked first. */
  readonly question: Scalars['String']['output'];
  /** How often it was asked. */
  readonly questionCount: Scalars['Int']['output'];
  /** Each time it was asked, last first. */
  readonly questions: KnowledgeGapQuestionConnection;
  /** What became of it. */
  readonly status: KnowledgeGapStatus;
  /** When it was last asked or changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts up when it is closed. */
  readonly version: Scalars['Int']['output'];
};


/** A question that the knowledge base did not answer, with those that are like it. */
export type KnowledgeGapQuestionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A gap to close with an article. */
export type KnowledgeGapApproveInput = {
  /** Plain text or Markdown, at most 500,000 characters; the draft's when left out. */
  readonly content?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The gap. */
  readonly id: Scalars['ID']['input'];
  /** At most 500 characters; the draft's when left out. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** A page of gaps. */
export type KnowledgeGapConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<KnowledgeGapEdge>;
  /** The items. */
  readonly nodes: ReadonlyArray<KnowledgeGap>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A gap to close without an article. */
export type KnowledgeGapDismissInput = {
  /** The version that was read. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The gap. */
  readonly id: Scalars['ID']['input'];
};

/** An article that would close a gap. */
export type KnowledgeGapDraft = {
  /** Markdown: the question as a heading, and below it what a person replied. */
  readonly content: Scalars['String']['output'];
  /** What it was made from. */
  readonly origin: KnowledgeGapDraftOrigin;
  /** The question in one line. */
  readonly title: Scalars['String']['output'];
};

/** What a drafted article was made from. */
export type KnowledgeGapDraftOrigin =
  /** The question alone: nobody has replied yet, so the answer is still to be written. */
  | 'QUESTION'
  /** A person's reply to the customer, in the conversation where the question was asked last. */
  | 'REPLY';

/** A gap and where it stands in the list. */
export type KnowledgeGapEdge = {
  /** To continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The gap. */
  readonly node: KnowledgeGap;
};

/** Which gaps to list. */
export type KnowledgeGapFilter = {
  /** Only these states. */
  readonly status?: InputMaybe<ReadonlyArray<KnowledgeGapStatus>>;
};

/** What became of a gap. */
export type KnowledgeGapPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The gap; null when it was refused. */
  readonly gap: Maybe<KnowledgeGap>;
};

/** A question as it was asked. */
export type KnowledgeGapQuestion = {
  /** When. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** Where it was asked; null to those who may not see conversations. */
  readonly conversation: Maybe<Conversation>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** The customer's words. */
  readonly text: Scalars['String']['output'];
};

/** A page of questions. */
export type KnowledgeGapQuestionConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<KnowledgeGapQuestionEdge>;
  /** The items. */
  readonly nodes: ReadonlyArray<KnowledgeGapQuestion>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A question and where it stands in the list. */
export type KnowledgeGapQuestionEdge = {
  /** To continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The question. */
  readonly node: KnowledgeGapQuestion;
};

/** What became of a gap. */
export type KnowledgeGapStatus =
  /** A person decided that it needs none. */
  | 'DISMISSED'
  /** Waiting for an article. */
  | 'OPEN'
  /** An article was approved. */
  | 'RESOLVED';

/** A stretch of an excerpt. */
export type KnowledgeHighlight = {
  /** Where it ends, exclusive. */
  readonly end: Scalars['Int']['output'];
  /** Where it begins in the excerpt, in UTF-16 code units. */
  readonly start: Scalars['Int']['output'];
};

/** One passage found. */
export type KnowledgeHit = {
  /** The passage that matched best. */
  readonly chunk: KnowledgeChunk;
  /** The document. */
  readonly doc: KnowledgeDoc;
  /** The part of the passage around the words that match, at most some 300 characters; `…` where it was cut. */
  readonly excerpt: Scalars['String']['output'];
  /** The headings above the passage, outermost first. */
  readonly headingPath: ReadonlyArray<Scalars['String']['output']>;
  /** The words in the excerpt that match, in order. */
  readonly highlights: ReadonlyArray<KnowledgeHighlight>;
  /** How sure the match is, 0 to 1, comparable between searches: below 0.5 it is more likely to be beside the point. */
  readonly relevance: Scalars['Float']['output'];
  /** What the hits are ordered by; comparable within one search only. */
  readonly score: Scalars['Float']['output'];
};

/** What became of a change of model. */
export type KnowledgeReembedPayload = {
  /** Which model answers now, and which will. */
  readonly embedding: KnowledgeEmbedding;
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A file or a page that a document's text is read from. */
export type KnowledgeSource = {
  /** For people: why the last try failed; null when it did not. */
  readonly failureReason: Maybe<Scalars['String']['output']>;
  /** What it turned out to be; null until it was read. */
  readonly format: Maybe<KnowledgeFormat>;
  /** Which of the two. */
  readonly kind: KnowledgeSourceKind;
  /** The media type it came with; null when it came without. */
  readonly mediaType: Maybe<Scalars['String']['output']>;
  /** When the page will be fetched next; null when it will not. */
  readonly nextReadAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was last read, or found unchanged; null until then. */
  readonly readAt: Maybe<Scalars['DateTime']['output']>;
  /** How often the page is fetched; null: once, and when asked for. */
  readonly refetchEveryMinutes: Maybe<Scalars['Int']['output']>;
  /** The page's address; null for a file. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** What a document's text is read from. */
export type KnowledgeSourceKind =
  /** A file that was uploaded. */
  | 'FILE'
  /** A page or file of the web. */
  | 'URL';

/** What customers call a product: one customer in words of their own, or all. */
export type LearnedAlias = Node & {
  /** When it was taught first. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whose words they are; null: they hold for every customer. */
  readonly customer: Maybe<Customer>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** The order whose correction taught it last; null when none did. Requires `orders:read`. */
  readonly order: Maybe<Order>;
  /** The words, in lower case and without accents; they are also found in the plural. */
  readonly phrase: Scalars['String']['output'];
  /** What they mean. */
  readonly product: Product;
  /** Whether corrections or somebody by hand had the last word. */
  readonly source: LearnedAliasSource;
  /** Whether it holds. */
  readonly state: LearnedState;
  /** How often people taught it. */
  readonly times: Scalars['Int']['output'];
  /** When it was taught or changed last. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Variants they mean beside it, at most one an axis. */
  readonly variants: ReadonlyArray<ProductVariant>;
  /** Raised by each change. */
  readonly version: Scalars['Int']['output'];
};

/** A page of aliases. */
export type LearnedAliasConnection = {
  /** The aliases with their cursors. */
  readonly edges: ReadonlyArray<LearnedAliasEdge>;
  /** The aliases alone. */
  readonly nodes: ReadonlyArray<LearnedAlias>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What customers call a product. */
export type LearnedAliasCreateInput = {
  /** Whose words; left out, they hold for every customer. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The words, at most 200 characters. */
  readonly phrase: Scalars['String']['input'];
  /** What they mean. */
  readonly productId: Scalars['ID']['input'];
  /** Variants they mean beside it, at most one an axis. */
  readonly variantIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** An alias in a page. */
export type LearnedAliasEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The alias. */
  readonly node: LearnedAlias;
};

/** Which aliases. */
export type LearnedAliasFilter = {
  /** Only this customer's own. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only of this product. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** Only in this state. */
  readonly state?: InputMaybe<LearnedState>;
};

/** Answer of `learnedAliasCreate` and `learnedAliasUpdate`. */
export type LearnedAliasPayload = {
  /** The alias. */
  readonly alias: Maybe<LearnedAlias>;
  /** Why nothing was done. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Where an alias comes from. */
export type LearnedAliasSource =
  /** From corrections of orders; after three, of two customers at least, it holds for all. */
  | 'CORRECTION'
  /** Somebody wrote it down or changed it. */
  | 'MANUAL';

/** What to change of an alias; a field left out stays. */
export type LearnedAliasUpdateInput = {
  /** What it means; its variants are forgotten unless they are given too. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it holds. */
  readonly state?: InputMaybe<LearnedState>;
  /** Variants it means beside the product. */
  readonly variantIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A customer's words beside the order that people made of them: shown to models, and what evaluations measure by. */
export type LearnedExample = Node & {
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whose words; null for an example without a customer. */
  readonly customer: Maybe<Customer>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** The lines of the order: `productId`, `variantIds`, `quantity`, `unit`, and `quote`, the words they were read from. */
  readonly lines: Scalars['JSON']['output'];
  /** The order that people made of it; null when somebody wrote it down. Requires `orders:read`. */
  readonly order: Maybe<Order>;
  /** Where it comes from. */
  readonly source: LearnedExampleSource;
  /** Whether it holds. */
  readonly state: LearnedState;
  /** What the customer wrote. */
  readonly text: Scalars['String']['output'];
  /** When it was changed last. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Raised by each change. */
  readonly version: Scalars['Int']['output'];
};

/** A page of examples. */
export type LearnedExampleConnection = {
  /** The examples with their cursors. */
  readonly edges: ReadonlyArray<LearnedExampleEdge>;
  /** The examples alone. */
  readonly nodes: ReadonlyArray<LearnedExample>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An example in a page. */
export type LearnedExampleEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The example. */
  readonly node: LearnedExample;
};

/** Which examples. */
export type LearnedExampleFilter = {
  /** Only this customer's. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only from this source. */
  readonly source?: InputMaybe<LearnedExampleSource>;
};

/** Answer of `learnedExampleUpdate`. */
export type LearnedExamplePayload = {
  /** Why nothing was done. */
  readonly errors: ReadonlyArray<UserError>;
  /** The example. */
  readonly example: Maybe<LearnedExample>;
};

/** Where an example comes from. */
export type LearnedExampleSource =
  /** A person confirmed an order in review as it was. */
  | 'APPROVED'
  /** A person corrected what the assistant read. */
  | 'CORRECTED'
  /** Somebody wrote it down. */
  | 'MANUAL';

/** What to change of an example. */
export type LearnedExampleUpdateInput = {
  /** Whether it holds. */
  readonly state: LearnedState;
};

/** Whether something learned holds. */
export type LearnedState =
  /** It holds. */
  | 'ACTIVE'
  /** Somebody took it back, or customers turned out to mean different things. */
  | 'REVOKED';

/** What every live event says. */
export type LiveEvent = {
  /** Who did it. */
  readonly actor: Actor;
  /** Its place in the tenant's event log; give it back as `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** Kind LOCATION. */
export type LocationContent = {
  /** The place's address. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Degrees north. */
  readonly latitude: Scalars['Float']['output'];
  /** Degrees east. */
  readonly longitude: Scalars['Float']['output'];
  /** The place's name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** A link to it. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** Answer of `login`. */
export type LoginPayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** When the access token ends; null when refused. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** For `sessionRefresh`; keep it secret. Null when refused. */
  readonly refreshToken: Maybe<Scalars['String']['output']>;
  /** Where the token works; null when refused. */
  readonly tenant: Maybe<ViewerTenant>;
  /** The access token for `Authorization: Bearer …`; null when refused. */
  readonly token: Maybe<Scalars['String']['output']>;
};

/** Answer of `logout`. */
export type LogoutPayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The session that was ended; null when there was none. */
  readonly session: Maybe<Session>;
};

/** Kinds IMAGE, VIDEO, AUDIO, DOCUMENT and STICKER. */
export type MediaContent = {
  /** Whether it moves, for stickers. */
  readonly animated: Maybe<Scalars['Boolean']['output']>;
  /** The words under it. */
  readonly caption: Maybe<Scalars['String']['output']>;
  /** The file's name, for documents. */
  readonly filename: Maybe<Scalars['String']['output']>;
  /** The provider's id of the file. */
  readonly mediaId: Maybe<Scalars['String']['output']>;
  /** E.g. `image/jpeg`. */
  readonly mimeType: Maybe<Scalars['String']['output']>;
  /** The file's SHA-256 as the provider gave it. */
  readonly sha256: Maybe<Scalars['String']['output']>;
  /** Whether it is a voice note, for sounds. */
  readonly voice: Maybe<Scalars['Boolean']['output']>;
};

/** A person to let in. */
export type MemberAddInput = {
  /** Permissions taken away. */
  readonly denies?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Address they sign in with; case does not matter. */
  readonly email: Scalars['String']['input'];
  /** Permissions on top of the role, each held by the caller. */
  readonly grants?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What colleagues call them, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Not above the caller's own. */
  readonly role: Role;
};

/** Answer of `memberAdd`. */
export type MemberAddPayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The new member; null when refused. */
  readonly member: Maybe<Membership>;
};

/** Which members to list. */
export type MemberFilter = {
  /** Only these roles. */
  readonly roles?: InputMaybe<ReadonlyArray<Role>>;
};

/** An account at an outside identity provider. */
export type MemberIdentity = {
  /** When it was tied to the member. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The provider's `iss`. */
  readonly issuer: Scalars['String']['output'];
  /** The account's `sub`. */
  readonly subject: Scalars['String']['output'];
};

/** An account at the outside identity provider. */
export type MemberIdentityInput = {
  /** The provider's `iss`, exactly. */
  readonly issuer: Scalars['String']['input'];
  /** The account's `sub`, exactly. */
  readonly subject: Scalars['String']['input'];
};

/** Answer of `memberIdentityLink`. */
export type MemberIdentityLinkPayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The member as it is now; null when refused. */
  readonly member: Maybe<Membership>;
};

/** Answer of `memberIdentityUnlink`. */
export type MemberIdentityUnlinkPayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The member as it is now; null when refused. */
  readonly member: Maybe<Membership>;
};

/** Answer of `memberRemove`. */
export type MemberRemovePayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The person who was removed; null when refused. */
  readonly user: Maybe<User>;
};

/** What to change about a member; what is left out stays. */
export type MemberUpdateInput = {
  /** The new list of permissions taken away. */
  readonly denies?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The new list of permissions on top of the role, each held by the caller. */
  readonly grants?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What colleagues call them, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Not above the caller's own. */
  readonly role?: InputMaybe<Role>;
};

/** Answer of `memberUpdate`. */
export type MemberUpdatePayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The member as it is now; null when refused. */
  readonly member: Maybe<Membership>;
};

/** A person's place in the tenant. */
export type Membership = Node & {
  /** When the person joined. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Permissions taken away; they win over role and grants. */
  readonly denies: ReadonlyArray<Scalars['String']['output']>;
  /** Permissions on top of the role. */
  readonly grants: ReadonlyArray<Scalars['String']['output']>;
  /** The membership's id. */
  readonly id: Scalars['ID']['output'];
  /** Outside accounts that sign in as this member. */
  readonly identities: ReadonlyArray<MemberIdentity>;
  /** What the person may do, before grants and denials. */
  readonly role: Role;
  /** Open sessions of the member here, newest first. Requires `members:write`. */
  readonly sessions: SessionConnection;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The person. */
  readonly user: User;
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
};


/** A person's place in the tenant. */
export type MembershipSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of members. */
export type MembershipConnection = {
  /** The members with their cursors. */
  readonly edges: ReadonlyArray<MembershipEdge>;
  /** The members alone. */
  readonly nodes: ReadonlyArray<Membership>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A member in a page. */
export type MembershipEdge = {
  /** Position of this item. */
  readonly cursor: Scalars['String']['output'];
  /** The member. */
  readonly node: Membership;
};

/** One message, in or out. The provider's payload is kept with it. */
export type Message = Node & {
  /** Who wrote it. */
  readonly author: Actor;
  /** What it says or shows. */
  readonly content: MessageContent;
  /** The conversation it belongs to. */
  readonly conversation: Conversation;
  /** When it was stored here. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was deleted by its author, as far as the channel tells; its content stays here. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
  /** In from the customer or out to them. */
  readonly direction: MessageDirection;
  /** When it was changed by its author, as far as the channel tells. */
  readonly editedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it could not be delivered, or what the last try met; null otherwise. */
  readonly error: Maybe<MessageError>;
  /** Whether the customer forwarded it. */
  readonly forwarded: Scalars['Boolean']['output'];
  /** Prefix `msg_`. */
  readonly id: Scalars['ID']['output'];
  /** What sort of message. */
  readonly kind: MessageKind;
  /**
   * The same with a type such as `[PHONE]` in place of personal data: for logs, webhooks and screens of people who need not know
   * it. Masked is what was found when the message came, the tenant's rules among it, and nobody has dismissed since; what the
   * shop wrote is searched when it is read, without the tenant's rules.
   */
  readonly maskedText: Maybe<Scalars['String']['output']>;
  /** The provider's id, e.g. `wamid.HBgM…`; null until the provider has accepted it. */
  readonly providerMessageId: Maybe<Scalars['String']['output']>;
  /** The provider's payload as it came; null for messages that were written here. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** The message it quotes, when that is known here. */
  readonly replyTo: Maybe<Message>;
  /** The quoted or concerned message at the provider, known here or not. */
  readonly replyToProviderMessageId: Maybe<Scalars['String']['output']>;
  /** When it was written: by the provider's clock for messages in, by ours for messages out. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** Its place in the conversation: strictly rising, shared with the entries of the timeline, so gaps are normal. */
  readonly seq: Scalars['Int']['output'];
  /** How far it came. */
  readonly status: MessageStatus;
  /** What it says as plain text: body, caption, title of the chosen button; null when there are no words. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A message arrived, or was written. */
export type MessageAddedEvent = LiveEvent & {
  /** Who or what did it. */
  readonly actor: Actor;
  /** Give it back as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The message as it is now. */
  readonly message: Message;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** A message got another status (sent, delivered, read, failed), or its author edited or deleted it. */
export type MessageChangedEvent = LiveEvent & {
  /** Who or what did it. */
  readonly actor: Actor;
  /** Give it back as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The message as it is now. */
  readonly message: Message;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
};

/** A page of messages. */
export type MessageConnection = {
  /** The messages with their cursors. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** The messages alone. */
  readonly nodes: ReadonlyArray<Message>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What a message says or shows. */
export type MessageContent = CartContent | ChoiceContent | ContactsContent | DeletionContent | EditContent | FlowContent | LocationContent | MediaContent | ReactionContent | SystemContent | TextContent | UnsupportedContent;

/** Which way a message goes. */
export type MessageDirection =
  /** From the customer. */
  | 'IN'
  /** To the customer. */
  | 'OUT';

/** One of the messages in a page. */
export type MessageEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is there. */
  readonly node: Message;
};

/** Why a message could not be delivered. */
export type MessageError = {
  /** The provider's code, e.g. `131047`, or ours such as `TIMEOUT`. */
  readonly code: Scalars['String']['output'];
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** What a message wants. One message may want several things. */
export type MessageIntent =
  /** To take back an order or a part of it. */
  | 'CANCEL'
  /** Something different from what was ordered before. */
  | 'CHANGE'
  /** To say that something went wrong. */
  | 'COMPLAINT'
  /** To greet, to thank, to say goodbye. */
  | 'GREETING'
  /** Goods. */
  | 'ORDER'
  /** None of the others, or not understood. */
  | 'OTHER'
  /** An answer. */
  | 'QUESTION';

/** What sort of message. */
export type MessageKind =
  /** A sound or voice note. */
  | 'AUDIO'
  /** The customer pressed a reply button of ours. */
  | 'BUTTON_REPLY'
  /** Contact cards. */
  | 'CONTACTS'
  /** Another message was deleted by its author. */
  | 'DELETION'
  /** A file. */
  | 'DOCUMENT'
  /** Another message was changed by its author. */
  | 'EDIT'
  /** The customer filled in a form (WhatsApp Flow). */
  | 'FLOW_REPLY'
  /** A picture. */
  | 'IMAGE'
  /** The customer chose from a list of ours. */
  | 'LIST_REPLY'
  /** A place. */
  | 'LOCATION'
  /** The customer sent a cart of catalogue products. */
  | 'ORDER'
  /** An emoji on another message, or its removal. */
  | 'REACTION'
  /** A sticker. */
  | 'STICKER'
  /** The channel tells something: the customer changed their number or their identity. */
  | 'SYSTEM'
  /** The customer pressed a quick-reply button of a template of ours. */
  | 'TEMPLATE_BUTTON'
  /** Words. */
  | 'TEXT'
  /** A kind that this version does not know; the payload is kept. */
  | 'UNKNOWN'
  /** The provider itself could not pass it on, and says why. */
  | 'UNSUPPORTED'
  /** A film. */
  | 'VIDEO';

/** A place in a message that holds personal data, as it was found when the message came. The words stand in the message. */
export type MessagePiiFinding = Node & {
  /** How sure it is, 0 to 1, as in `PiiFinding`. */
  readonly confidence: Scalars['Float']['output'];
  /** When the message came. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Behind the last UTF-16 code unit. */
  readonly end: Scalars['Int']['output'];
  /** Prefix `pif_`. */
  readonly id: Scalars['ID']['output'];
  /** What it is called: its type, or what the tenant's rule calls it. */
  readonly label: Scalars['String']['output'];
  /** The message; null to those who may not see conversations. */
  readonly message: Maybe<Message>;
  /** Who said so last; null while it is open. */
  readonly review: Maybe<PiiReview>;
  /** The tenant's rule that found it; null for all but `CUSTOM`. */
  readonly rule: Maybe<PiiRule>;
  /** First UTF-16 code unit in the message's text, from 0. */
  readonly start: Scalars['Int']['output'];
  /** What people say of it. */
  readonly state: PiiFindingState;
  /** What it is. */
  readonly type: PiiType;
  /** When it was last judged; at first when the message came. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with every review. */
  readonly version: Scalars['Int']['output'];
};

/** A page of findings. */
export type MessagePiiFindingConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<MessagePiiFindingEdge>;
  /** The items. */
  readonly nodes: ReadonlyArray<MessagePiiFinding>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A finding and where it stands in the list. */
export type MessagePiiFindingEdge = {
  /** To continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The finding. */
  readonly node: MessagePiiFinding;
};

/** The advertisement or post that a customer came from. */
export type MessageReferral = {
  /** Its headline. */
  readonly headline: Maybe<Scalars['String']['output']>;
  /** Its id at the provider. */
  readonly sourceId: Maybe<Scalars['String']['output']>;
  /** `ad` or `post`. */
  readonly sourceType: Maybe<Scalars['String']['output']>;
  /** Its address. */
  readonly sourceUrl: Maybe<Scalars['String']['output']>;
};

/** What to say. */
export type MessageSendInput = {
  /** A message of the same conversation to quote. */
  readonly replyToId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 4,096 characters. */
  readonly text: Scalars['String']['input'];
};

/** The outcome of `messageSend`. */
export type MessageSendPayload = {
  /** Why it was refused; empty when it was done. */
  readonly errors: ReadonlyArray<UserError>;
  /** The message as it is now; null when refused. */
  readonly message: Maybe<Message>;
};

/** How far a message came. A status never goes back, whatever order the provider's news arrive in. */
export type MessageStatus =
  /** The customer's device has it. */
  | 'DELIVERED'
  /** It could not be sent or delivered; `error` says why. */
  | 'FAILED'
  /** It waits for its turn to be sent. */
  | 'QUEUED'
  /** The customer has seen or heard it. */
  | 'READ'
  /** It came in. */
  | 'RECEIVED'
  /** It is being handed to the provider. */
  | 'SENDING'
  /** The provider has it. */
  | 'SENT'
  /**
   * The provider did not answer in time, so it may or may not have been sent. It is never sent again by itself; the
   * provider's news settle it.
   */
  | 'UNKNOWN';

/** An amount of money. */
export type Money = {
  /** In the currency's minor unit, e.g. 1250 for USD 12.50. */
  readonly amountMinor: Scalars['Long']['output'];
  /** The ISO 4217 code. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** For people, e.g. `COP 12,500`. */
  readonly formatted: Scalars['String']['output'];
};

/** An amount of money as input. */
export type MoneyInput = {
  /** In the currency's minor unit; zero or more. */
  readonly amountMinor: Scalars['Long']['input'];
  /** The ISO 4217 code; the tenant's own currency when left out. */
  readonly currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
};

/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type Mutation = {
  /**
   * Sets up how a task of the assistant is done. It is OFF unless told otherwise; when agents of a task are set up and none of them is
   * LIVE, people do it. At most 20 a tenant. May answer `InvalidInput` and Refusal (ALREADY_EXISTS: another one is live).
   * Requires `assistant:configure`.
   */
  readonly agentCreate: AgentPayload;
  /**
   * Changes an agent, or switches it. What it is doing just now is done before, or begins anew under the change. May answer
   * `InvalidInput`, `NotFound`, `VersionConflict` and Refusal (ALREADY_EXISTS: another one is live).
   * Requires `assistant:configure`.
   */
  readonly agentUpdate: AgentPayload;
  /**
   * Says what you think of an answer of the assistant; said again, the newer opinion takes the place of the older. May
   * answer `InvalidInput` and `NotFound`. Requires `assistant:write`.
   */
  readonly aiResponseRate: AiResponseRatePayload;
  /** Makes an API key. The secret is in this answer and nowhere else. May return InvalidInput. Requires `api-keys:write`. */
  readonly apiKeyCreate: ApiKeyCreatePayload;
  /**
   * Revokes an API key for good; its sockets are closed within two seconds. May return NotFound.
   * Requires `api-keys:write`.
   */
  readonly apiKeyRevoke: ApiKeyRevokePayload;
  /**
   * Lets the assistant work again. Conversations that went to people only because it was stopped, and that nobody answered, are
   * its own again: it reads what was written meanwhile, and an order that comes of it goes to a person whatever its
   * confidence (WRITTEN_WHILE_STOPPED). Requires `assistant:configure`.
   */
  readonly assistantResume: AssistantSwitchPayload;
  /**
   * Stops everything that the assistant does by itself, at once: when this has answered, nothing more is confirmed, answered or sent by
   * it. Replies that wait to be sent fail with `ASSISTANT_STOPPED`; what customers write goes to people, and nothing is lost: the
   * conversation is PAUSED with the reason STOPPED. May answer `InvalidInput`. Requires `assistant:configure`.
   */
  readonly assistantStop: AssistantSwitchPayload;
  /**
   * Connects a number or address. The secrets are stored encrypted and never shown again.
   * May return `InvalidInput` and `Refusal` with `ALREADY_EXISTS` (the routing key is connected already).
   * Requires `channels:write`.
   */
  readonly channelAccountConnect: ChannelAccountConnectPayload;
  /**
   * Changes a channel account: an absent field stays. Secrets are replaced, never shown.
   * May return `InvalidInput`, `NotFound` and `VersionConflict`. Requires `channels:write`.
   */
  readonly channelAccountUpdate: ChannelAccountUpdatePayload;
  /**
   * Forgets a document: a trusted one is no longer. Seen by other processes within five seconds. May return NotFound.
   * Requires `documents:write`.
   */
  readonly clientDocumentDelete: ClientDocumentDeletePayload;
  /**
   * Gives a conversation to a member of the team, or to nobody.
   * May return `InvalidInput` (no such member), `NotFound` and `VersionConflict`. Requires `conversations:write`.
   */
  readonly conversationAssign: ConversationAssignPayload;
  /**
   * Switches the bot of a conversation on or off. Switched on, it goes on with what arrives from then on.
   * May return `NotFound` and `VersionConflict`. Requires `conversations:write`.
   */
  readonly conversationBotSet: ConversationBotSetPayload;
  /** Takes all messages up to now as read: `unreadCount` becomes 0. May return `NotFound`. Requires `conversations:write`. */
  readonly conversationMarkRead: ConversationMarkReadPayload;
  /**
   * Puts a conversation aside until the customer answers, without an end.
   * May return `NotFound`, `VersionConflict` and `Refusal` with `TRANSITION_REFUSED`. Requires `conversations:write`.
   */
  readonly conversationPend: ConversationPendPayload;
  /**
   * Opens a conversation that was resolved, snoozed or pending.
   * May return `NotFound`, `VersionConflict` and `Refusal` with `TRANSITION_REFUSED` (it is open, or the customer has a
   * newer open one). Requires `conversations:write`.
   */
  readonly conversationReopen: ConversationReopenPayload;
  /**
   * Says that nothing is left to do; the next message of the customer opens it again, or opens a new one when their last
   * message is more than a day old. May return `NotFound`, `VersionConflict` and `Refusal` with `TRANSITION_REFUSED`.
   * Requires `conversations:write`.
   */
  readonly conversationResolve: ConversationResolvePayload;
  /**
   * Puts a conversation aside until a time; it opens by itself then, or earlier when the customer writes.
   * May return `InvalidInput`, `NotFound`, `VersionConflict` and `Refusal` with `TRANSITION_REFUSED`.
   * Requires `conversations:write`.
   */
  readonly conversationSnooze: ConversationSnoozePayload;
  /**
   * Brings the summary of a conversation up to now, by the configured language model within the tenant's budget, else from
   * the records; nothing happens when it is. Done by itself every dozen messages. May return `NotFound`.
   * Requires `conversations:write`.
   */
  readonly conversationSummarise: ConversationSummarisePayload;
  /**
   * Writes down what is known of a customer, such as `closed on Mondays`. Models that read their orders and draft replies
   * are told it from now on. At most 100 a customer. May return `InvalidInput`, `NotFound` and `Refusal` with
   * `ALREADY_EXISTS`. Requires `customers:write`.
   */
  readonly customerFactAdd: CustomerFactPayload;
  /**
   * Erases a fact, or turns a proposed one down: its words are gone for good. The same words are not proposed again from the
   * same message. May return `NotFound`. Requires `customers:write`.
   */
  readonly customerFactErase: CustomerFactErasePayload;
  /**
   * Changes a fact, or accepts one that the assistant proposes: an absent field stays. May return `InvalidInput`, `NotFound`,
   * `VersionConflict` and `Refusal` with `ALREADY_EXISTS`. Requires `customers:write`.
   */
  readonly customerFactUpdate: CustomerFactPayload;
  /**
   * Changes plain attributes of a customer: an absent field stays, `null` clears it.
   * May return `InvalidInput`, `NotFound`, `VersionConflict` and `Refusal` with `ALREADY_EXISTS` (the code is taken).
   * Requires `customers:write`.
   */
  readonly customerUpdate: CustomerUpdatePayload;
  /**
   * Reads the tenant's golden set, the newest 500 active examples of `learnedExamples`, with a version of its prompt and a
   * model, and compares it with what people made of them. No order and no conversation is touched; the cost comes from the budget. May
   * answer `InvalidInput` and `NotFound`. Requires `assistant:configure`.
   */
  readonly evaluationRun: EvaluationRunPayload;
  /**
   * Puts a job that was given up back into its queue, with fresh attempts. May answer `NotFound`.
   * Requires `operations:write`.
   */
  readonly failedJobReplay: FailedJobReplayPayload;
  /**
   * Deletes a document with all its passages: the very next search finds them no more. May return `NotFound`, and
   * `InvalidInput` for a global one, which is hidden instead. Requires `knowledge:write`.
   */
  readonly knowledgeDocDelete: KnowledgeDocDeletePayload;
  /**
   * Adds a page or file of the web (HTML, PDF, DOCX, Markdown or text, at most 10 MB) as a document, or replaces the one with
   * the same `externalId`. It is fetched by a job soon after, from public addresses only, and again every
   * `refetchEveryMinutes`: what is unchanged there is left alone here, and what cannot be fetched keeps its former text and
   * says why. The same call again changes nothing. May return `InvalidInput`. Requires `knowledge:write`.
   */
  readonly knowledgeDocFromUrl: KnowledgeDocSourcePayload;
  /**
   * Hides a global document from this tenant's searches and answers: the very next one finds it no more, whatever becomes of it
   * in the library. May return `NotFound`, and `InvalidInput` for a document of the tenant's own. Requires `knowledge:write`.
   */
  readonly knowledgeDocHide: KnowledgeDocHidePayload;
  /**
   * Adds documents to the knowledge base, or replaces those with the same `externalId`. Each one is judged by itself: the
   * good ones are stored, each bad one is named in `errors` by its path. What changed becomes PENDING and is indexed by a
   * job soon after; what is READY and the same as before is left alone, what is not READY is tried again.
   * May return `InvalidInput`. Requires `knowledge:write`.
   */
  readonly knowledgeDocImport: KnowledgeDocImportPayload;
  /**
   * Fetches a document's page again soon, whatever its interval says. May return `NotFound`, also for a document that has no
   * page. Requires `knowledge:write`.
   */
  readonly knowledgeDocRefetch: KnowledgeDocSourcePayload;
  /**
   * Shows a hidden global document again, indexed by a job soon after. May return `NotFound`, and `InvalidInput` for a document
   * of the tenant's own. Requires `knowledge:write`.
   */
  readonly knowledgeDocShow: KnowledgeDocHidePayload;
  /**
   * Makes a gap's drafted article, as it is or as edited, a document named `gap-<id>`, and closes the gap. May return
   * `NotFound`, `VersionConflict`, `Refusal`, and `InvalidInput` when nobody has answered the question and no content is
   * given. Requires `knowledge:write`.
   */
  readonly knowledgeGapApprove: KnowledgeGapPayload;
  /**
   * Closes a gap that needs no article; questions like it are counted, and do not open it again. May return `NotFound`,
   * `VersionConflict`, `Refusal`. Requires `knowledge:write`.
   */
  readonly knowledgeGapDismiss: KnowledgeGapPayload;
  /**
   * Begins to embed all passages with another model, by a job, beside the vectors in use: searches are answered as before
   * until the last new one is there, then by the new ones, and the old ones are dropped. Asked again for the same model it
   * goes on after a failure; another model takes its place. May return `InvalidInput`. Requires `knowledge:write`.
   */
  readonly knowledgeReembed: KnowledgeReembedPayload;
  /**
   * Teaches what customers call a product. It holds from their next message on. May answer `InvalidInput`, `NotFound` and
   * Refusal (ALREADY_EXISTS). Requires `assistant:write`.
   */
  readonly learnedAliasCreate: LearnedAliasPayload;
  /**
   * Changes what a phrase means, revokes it, or brings it back. May answer `InvalidInput`, `NotFound` and
   * `VersionConflict`. Requires `assistant:write`.
   */
  readonly learnedAliasUpdate: LearnedAliasPayload;
  /**
   * Takes an example back, or brings it back. May answer `InvalidInput`, `NotFound` and `VersionConflict`.
   * Requires `assistant:write`.
   */
  readonly learnedExampleUpdate: LearnedExamplePayload;
  /**
   * Signs in with e-mail and password and opens a session. Attempts are limited per e-mail and per address
   * (RATE_LIMITED with `retryAfterSeconds`). May return Refusal (INVALID_CREDENTIALS: one answer for an unknown e-mail,
   * a wrong password and no membership). Needs no authentication.
   */
  readonly login: LoginPayload;
  /**
   * Ends the session of the token that this request carries; nothing happens for credentials without a session.
   * Requires no permission beyond signing in.
   */
  readonly logout: LogoutPayload;
  /**
   * Lets a person work in this tenant, or brings a removed member back. Nobody can give a role or grant above their own.
   * May return InvalidInput and Refusal (ALREADY_EXISTS). Requires `members:write`.
   */
  readonly memberAdd: MemberAddPayload;
  /**
   * Ties an account of the configured outside identity provider to a member, for this tenant only.
   * May return InvalidInput, NotFound and Refusal (ALREADY_EXISTS). Requires `members:write`.
   */
  readonly memberIdentityLink: MemberIdentityLinkPayload;
  /** Unties an outside account from a member. May return InvalidInput and NotFound. Requires `members:write`. */
  readonly memberIdentityUnlink: MemberIdentityUnlinkPayload;
  /**
   * Takes a member out of the tenant and ends their sessions here; what they did keeps their name.
   * May return InvalidInput, NotFound and Refusal (LAST_OWNER). Requires `members:write`.
   */
  readonly memberRemove: MemberRemovePayload;
  /**
   * Changes name, role, grants or denials of a member; open sockets of the member are closed and must sign in anew.
   * May return InvalidInput, NotFound, VersionConflict and Refusal (LAST_OWNER). Requires `members:write`.
   */
  readonly memberUpdate: MemberUpdatePayload;
  /**
   * Writes to the customer of a conversation. The message is there at once as QUEUED and goes out by a job; its status
   * follows. A person's message also hands the conversation from the bot to people.
   * May return `InvalidInput`, `NotFound`, `WindowClosed` and `Refusal` with `TRANSITION_REFUSED` (the channel account is
   * disabled). Requires `messages:send`.
   */
  readonly messageSend: MessageSendPayload;
  /**
   * Cancels an order that has not been shipped, for good. May answer `NotFound`, `InvalidInput`,
   * `OrderTransitionRefused`, `ClaimedByOther`, `VersionConflict`. Requires `orders:confirm`.
   */
  readonly orderCancel: OrderCancelPayload;
  /**
   * Gives a confirmed order the proposed lines, or cancels it. The order must be as it was when the customer wrote. May
   * answer `NotFound`, `InvalidInput`, `OrderNotEditable`, `OrderTransitionRefused`, `VersionConflict`.
   * Requires `orders:confirm`.
   */
  readonly orderChangeProposalAccept: OrderChangeProposalAcceptPayload;
  /**
   * Turns a proposal down; the order stays as it is. May answer `NotFound`, `InvalidInput`, `VersionConflict`.
   * Requires `orders:confirm`.
   */
  readonly orderChangeProposalReject: OrderChangeProposalRejectPayload;
  /**
   * Confirms an order; every line must have a product. Ends its review and the claim. May answer `NotFound`,
   * `OrderTransitionRefused`, `ClaimedByOther`, `VersionConflict`. Requires `orders:confirm`.
   */
  readonly orderConfirm: OrderConfirmPayload;
  /**
   * Creates an order by hand, as a draft, priced from the catalogue. May answer `InvalidInput` and `NotFound` with their
   * paths. Requires `orders:write`.
   */
  readonly orderCreate: OrderCreatePayload;
  /**
   * Puts an order aside until the customer answers or pays; it can still be edited, confirmed, rejected and cancelled.
   * May answer `NotFound`, `OrderTransitionRefused`, `ClaimedByOther`, `VersionConflict`. Requires `orders:write`.
   */
  readonly orderHold: OrderHoldPayload;
  /**
   * Replaces the lines of an order that is not confirmed yet. A line given with its `lineId` keeps its evidence, and its
   * price while product and variants stay; all other prices come from the catalogue. May answer `NotFound`,
   * `InvalidInput`, `OrderNotEditable`, `ClaimedByOther`, `VersionConflict`. Requires `orders:write`.
   */
  readonly orderLinesEdit: OrderLinesEditPayload;
  /**
   * Rejects an order that is not confirmed yet, for good. May answer `NotFound`, `InvalidInput`,
   * `OrderTransitionRefused`, `ClaimedByOther`, `VersionConflict`. Requires `orders:confirm`.
   */
  readonly orderReject: OrderRejectPayload;
  /**
   * Takes an order in review for oneself, for five minutes; a repeat prolongs the claim. Meanwhile no other member can
   * edit or decide it. May answer `NotFound`, `OrderNotInReview`, `ClaimedByOther`. Requires `orders:write`.
   */
  readonly orderReviewClaim: OrderReviewClaimPayload;
  /**
   * Gives up one's claim; an order that one has not claimed is answered as it is. May answer `NotFound`,
   * `ClaimedByOther`. Requires `orders:write`.
   */
  readonly orderReviewRelease: OrderReviewReleasePayload;
  /**
   * Moves a confirmed order on: to `PICKING`, `SHIPPED`, `DELIVERED` or `RETURNED`. May answer `NotFound`,
   * `OrderTransitionRefused`, `VersionConflict`. Requires `orders:fulfil`.
   */
  readonly orderTransition: OrderTransitionPayload;
  /**
   * Gives the caller another password and ends all of their sessions, in every tenant. May return InvalidInput and Refusal
   * with `INVALID_CREDENTIALS` (the current password is not right, or there is none yet).
   * Requires no permission beyond signing in.
   */
  readonly passwordChange: PasswordChangePayload;
  /**
   * Says whether a finding is personal data indeed. May be said again. May return `NotFound` and `VersionConflict`.
   * Requires `privacy:review`.
   */
  readonly piiFindingReview: PiiFindingReviewPayload;
  /**
   * Ends a rule for good; what it has found stays. May return `NotFound`, for an archived one too, and
   * `VersionConflict`. Requires `privacy:write`.
   */
  readonly piiRuleArchive: PiiRulePayload;
  /**
   * Adds a rule: from the next message on, its findings are found on arrival and by `piiScan`, and hidden from models
   * outside of the server; what an exception matches is not. May return `InvalidInput` and `ALREADY_EXISTS`.
   * Requires `privacy:write`.
   */
  readonly piiRuleCreate: PiiRulePayload;
  /**
   * Replaces what a rule says; what it has found stays. May return `InvalidInput`, `ALREADY_EXISTS`, `NotFound`, for an
   * archived one too, and `VersionConflict`. Requires `privacy:write`.
   */
  readonly piiRuleUpdate: PiiRulePayload;
  /**
   * Takes a product off sale: it is no longer matched nor listed by default, and stays in the orders that have it.
   * Archiving an archived product changes nothing. May answer `NotFound`, `VersionConflict`. Requires `catalog:write`.
   */
  readonly productArchive: ProductArchivePayload;
  /**
   * Creates and updates products by SKU, all of them or none: every row is checked first, and each mistake is answered
   * with its path. Variants and options of a product are replaced by the ones given; a variant of the same axis and value
   * keeps its id. May answer `InvalidInput`. Requires `catalog:write`.
   */
  readonly productImport: ProductImportPayload;
  /**
   * Changes one product; a field left out stays, null clears it. May answer `NotFound`, `InvalidInput`,
   * `VersionConflict`, and `Refusal` with `ALREADY_EXISTS`. Requires `catalog:write`.
   */
  readonly productUpdate: ProductUpdatePayload;
  /**
   * Lets versions of a prompt be used from now on, each by its weight; with no versions, Parley's own words. What was not in use so
   * far must have been evaluated with the server's model on the golden set as it is now, and read it no worse than each
   * version in use: no fewer right lines by F1, no fewer orders right as a whole. A person's own prompt needs none of that. May answer
   * `InvalidInput`, `NotFound`, `VersionConflict`, `EvaluationWorse` and Refusal (TOO_FEW_EXAMPLES, EVALUATION_MISSING).
   * Requires `assistant:configure`.
   */
  readonly promptRelease: PromptReleasePayload;
  /**
   * Lets the versions be used again that were used before the present ones; done again, one step further back. May answer
   * `NotFound`, `VersionConflict` and Refusal (NOTHING_TO_ROLL_BACK). Requires `assistant:configure`.
   */
  readonly promptRollback: PromptReleasePayload;
  /**
   * Adds a version to the tenant's prompt for a task, or to the caller's own. Versions are never changed; nobody uses one
   * before `promptRelease`. May answer `InvalidInput`. Requires `assistant:configure`.
   */
  readonly promptVersionCreate: PromptVersionPayload;
  /**
   * Trades a refresh token for a new access token and a new refresh token; the old one is spent. Presenting a spent
   * token again ends its whole session. May return Refusal (INVALID_CREDENTIALS). Needs no authentication.
   */
  readonly sessionRefresh: SessionRefreshPayload;
  /**
   * Ends a session: its tokens stop working and its sockets are closed within two seconds. Another member's session also
   * needs `members:write`. May return NotFound. Requires no permission beyond signing in.
   */
  readonly sessionRevoke: SessionRevokePayload;
  /**
   * Changes the settings of the tenant; a field left out stays as it is. May return InvalidInput and VersionConflict.
   * Requires `tenant:write`.
   */
  readonly tenantUpdate: TenantUpdatePayload;
  /**
   * Trusts GraphQL documents by their exact text, at most 5,000 for a tenant; where `TRUSTED_DOCUMENTS` is enforced, or an
   * API key says so, nothing else may be sent. Clients then send the SHA-256 alone, as `documentId` or as Apollo's
   * `extensions.persistedQuery.sha256Hash`. Seen by other processes within five seconds. May return InvalidInput.
   * Requires `documents:write`.
   */
  readonly trustedDocumentsRegister: TrustedDocumentsRegisterPayload;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationAgentCreateArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: AgentCreateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationAgentUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: AgentUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationAiResponseRateArgs = {
  id: Scalars['ID']['input'];
  input: AiRatingInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationApiKeyCreateArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ApiKeyCreateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationApiKeyRevokeArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationAssistantStopArgs = {
  reason: Scalars['String']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationChannelAccountConnectArgs = {
  input: ChannelAccountConnectInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationChannelAccountUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: ChannelAccountUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationClientDocumentDeleteArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationAssignArgs = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationBotSetArgs = {
  active: Scalars['Boolean']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationMarkReadArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationPendArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationReopenArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationResolveArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationSnoozeArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  until: Scalars['DateTime']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationConversationSummariseArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationCustomerFactAddArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CustomerFactInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationCustomerFactEraseArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationCustomerFactUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: CustomerFactUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationCustomerUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: CustomerUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationEvaluationRunArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: EvaluationRunInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationFailedJobReplayArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeDocDeleteArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeDocFromUrlArgs = {
  input: KnowledgeDocFromUrlInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeDocHideArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeDocImportArgs = {
  input: KnowledgeDocImportInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeDocRefetchArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeDocShowArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeGapApproveArgs = {
  input: KnowledgeGapApproveInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeGapDismissArgs = {
  input: KnowledgeGapDismissInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationKnowledgeReembedArgs = {
  model: Scalars['String']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationLearnedAliasCreateArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: LearnedAliasCreateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationLearnedAliasUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: LearnedAliasUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationLearnedExampleUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: LearnedExampleUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationLoginArgs = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  tenant?: InputMaybe<Scalars['String']['input']>;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationMemberAddArgs = {
  input: MemberAddInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationMemberIdentityLinkArgs = {
  id: Scalars['ID']['input'];
  input: MemberIdentityInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationMemberIdentityUnlinkArgs = {
  id: Scalars['ID']['input'];
  input: MemberIdentityInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationMemberRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationMemberUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: MemberUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationMessageSendArgs = {
  conversationId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: MessageSendInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderCancelArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderChangeProposalAcceptArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderChangeProposalRejectArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderConfirmArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderCreateArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: OrderCreateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderHoldArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderLinesEditArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  lines: ReadonlyArray<OrderLineInput>;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderRejectArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderReviewClaimArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderReviewReleaseArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationOrderTransitionArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  to: OrderFulfilmentStatus;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPasswordChangeArgs = {
  currentPassword: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPiiFindingReviewArgs = {
  decision: PiiDecision;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPiiRuleArchiveArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPiiRuleCreateArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: PiiRuleInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPiiRuleUpdateArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: PiiRuleInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationProductArchiveArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationProductImportArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ProductImportInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationProductUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: ProductUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPromptReleaseArgs = {
  expectedRelease?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  input: PromptReleaseInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPromptRollbackArgs = {
  expectedRelease?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationPromptVersionCreateArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: PromptVersionCreateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationSessionRefreshArgs = {
  refreshToken: Scalars['String']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationSessionRevokeArgs = {
  id: Scalars['ID']['input'];
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationTenantUpdateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: TenantUpdateInput;
};


/** The write entry points. Expected failures come as `errors` in the payload, beside a null entity. */
export type MutationTrustedDocumentsRegisterArgs = {
  input: TrustedDocumentsRegisterInput;
};

/** An object with a global id. */
export type Node = {
  /** Opaque, prefixed, sortable by creation time; the same in API, URLs, logs and webhooks. */
  readonly id: Scalars['ID']['output'];
};

/** Nothing with this id is here. */
export type NotFound = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Some hours of some days of the week. */
export type OpeningHours = {
  /** 1 Monday to 7 Sunday: the days on which they begin. */
  readonly days: ReadonlyArray<Scalars['Int']['output']>;
  /** `HH:MM`. */
  readonly from: Scalars['String']['output'];
  /** `HH:MM`, not included; over midnight when it lies before `from`. */
  readonly to: Scalars['String']['output'];
};

/** Some hours of some days of the week. */
export type OpeningHoursInput = {
  /** 1 Monday to 7 Sunday: the days on which they begin. */
  readonly days: ReadonlyArray<Scalars['Int']['input']>;
  /** `HH:MM`. */
  readonly from: Scalars['String']['input'];
  /** `HH:MM`, not included, `24:00` for the end of the day; over midnight when it lies before `from`. */
  readonly to: Scalars['String']['input'];
};

/** What a customer wants to buy, from the first draft to delivery. */
export type Order = Node & {
  /** The statuses it may take next, given its status and its lines. Which of them you may give it is up to your permissions. */
  readonly availableTransitions: ReadonlyArray<OrderStatus>;
  /** What the customer wanted changed after it was confirmed, oldest first. */
  readonly changeProposals: ReadonlyArray<OrderChangeProposal>;
  /** Who has it under review right now; null when nobody has, or the claim has run out. */
  readonly claim: Maybe<OrderReviewClaim>;
  /** Why it was rejected or cancelled; null when it was not. */
  readonly closedReason: Maybe<Scalars['String']['output']>;
  /** How sure the assistant was of the whole order, 0 to 1; null for an order made by hand. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** When it was confirmed; null when it was not. */
  readonly confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who or what confirmed it; null when nobody did. */
  readonly confirmedBy: Maybe<Actor>;
  /** Where it was ordered; null for an order that came by another way. */
  readonly conversation: Maybe<Conversation>;
  /** When it was drafted. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who or what made it. */
  readonly createdBy: Actor;
  /** Who ordered. */
  readonly customer: Customer;
  /**
   * A question to the customer that would settle the doubts, in the language they wrote in, to be sent or changed by a
   * person; null when there is nothing to ask, or the order cannot be changed any more.
   */
  readonly draftQuestion: Maybe<Scalars['String']['output']>;
  /** Its identity in another system; unique within the tenant. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** What is ordered, by position. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** A note on the whole order, for people. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The short number that people call it by; unique within the tenant, rising, gaps are possible. */
  readonly number: Scalars['Int']['output'];
  /** The order with the very same lines that the same customer placed a short while before; null when there was none. */
  readonly possibleDuplicateOf: Maybe<Order>;
  /**
   * The earlier order that the customer meant («the usual»), from which lines were taken at today's prices; null when they
   * meant none.
   */
  readonly repeats: Maybe<Order>;
  /** Whether the assistant's reading was put before a person. */
  readonly requiresReview: Scalars['Boolean']['output'];
  /** Why a person should look, or had to; empty when nobody needs to. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** Since when it has been waiting for a person; null when it is not in review. */
  readonly reviewRequestedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it came to be. */
  readonly source: OrderSource;
  /**
   * The messages it was read from, in the order they came; empty for an order made by hand.
   * Requires `conversations:read`.
   */
  readonly sourceMessages: Maybe<ReadonlyArray<Message>>;
  /** Where it is in its life. */
  readonly status: OrderStatus;
  /** Sum of the lines that have a price, at the prices of when they were ordered. */
  readonly total: Money;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Rises by one with each change, whoever makes it. */
  readonly version: Scalars['Int']['output'];
};

/** Answer of `orderCancel`. */
export type OrderCancelPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** What a customer wants of a confirmed order. */
export type OrderChangeKind =
  /** All of it taken back. */
  | 'CANCEL'
  /** Other lines. */
  | 'CHANGE';

/** What a customer wants changed of a confirmed order. The order stays as it is until a person accepts. */
export type OrderChangeProposal = Node & {
  /** When the customer's words were read. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When somebody decided; null while nobody has. */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who decided; null while nobody has. */
  readonly decidedBy: Maybe<Actor>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** What is wanted. */
  readonly kind: OrderChangeKind;
  /** All lines that the order would have; the lines it has when it would be cancelled. */
  readonly lines: ReadonlyArray<ProposedOrderLine>;
  /** The order. */
  readonly order: Order;
  /** The order's version when the customer wrote; it can be accepted only while the order has it. */
  readonly orderVersion: Scalars['Int']['output'];
  /** What is in doubt about it. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** Whether somebody decided. */
  readonly state: OrderChangeState;
  /** Rises by one with each change. */
  readonly version: Scalars['Int']['output'];
  /** What the customer wrote. */
  readonly words: ReadonlyArray<TextSpan>;
};

/** Answer of `orderChangeProposalAccept`. */
export type OrderChangeProposalAcceptPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The proposal after the change; when refused, as it is now; null when not found. */
  readonly proposal: Maybe<OrderChangeProposal>;
};

/** A page of proposals. */
export type OrderChangeProposalConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<OrderChangeProposalEdge>;
  /** The items alone. */
  readonly nodes: ReadonlyArray<OrderChangeProposal>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A proposal in a page. */
export type OrderChangeProposalEdge = {
  /** Give it as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The proposal. */
  readonly node: OrderChangeProposal;
};

/** Answer of `orderChangeProposalReject`. */
export type OrderChangeProposalRejectPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The proposal after the change; when refused, as it is now; null when not found. */
  readonly proposal: Maybe<OrderChangeProposal>;
};

/** Whether somebody decided about a proposal. */
export type OrderChangeState =
  /** It was carried out. */
  | 'ACCEPTED'
  /** It waits for a person. */
  | 'OPEN'
  /** It was turned down. */
  | 'REJECTED';

/** Answer of `orderConfirm`. */
export type OrderConfirmPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** A page of orders. */
export type OrderConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The items alone. */
  readonly nodes: ReadonlyArray<Order>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An order to create by hand. */
export type OrderCreateInput = {
  /** Where it was agreed, a conversation of the same customer. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** Who orders. */
  readonly customerId: Scalars['ID']['input'];
  /** Its identity in another system, unique within the tenant; at most 100 characters. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** What is ordered; 1 to 200 lines. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  /** A note for people; at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `orderCreate`. */
export type OrderCreatePayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order made; null when refused. */
  readonly order: Maybe<Order>;
};

/** An order in a page. */
export type OrderEdge = {
  /** Give it as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The order. */
  readonly node: Order;
};

/** What the assistant reads out of a text. */
export type OrderExtraction = {
  /** How sure the model is of the whole reading, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** What the text wants; never empty. */
  readonly intents: ReadonlyArray<MessageIntent>;
  /** The lines of the order, in the order of the text; empty when nothing is ordered. */
  readonly lines: ReadonlyArray<ExtractedLine>;
  /** The model that read it, e.g. `offline-1`. */
  readonly model: Scalars['String']['output'];
  /** Whether an order read like this would go to a person, given the tenant's threshold and the reasons below. */
  readonly needsReview: Scalars['Boolean']['output'];
  /** Why a person should look; empty when nobody needs to. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
};

/** Which orders to list; all conditions must hold. */
export type OrderFilter = {
  /** Of this conversation. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** Drafted before this time. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Drafted at or after this time. */
  readonly createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this customer. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** With this number. */
  readonly number?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the assistant's reading was put before a person. */
  readonly requiresReview?: InputMaybe<Scalars['Boolean']['input']>;
  /** With any of these statuses. */
  readonly status?: InputMaybe<ReadonlyArray<OrderStatus>>;
};

/** The statuses that `orderTransition` can give. */
export type OrderFulfilmentStatus =
  /** With the customer. */
  | 'DELIVERED'
  /** Being put together. */
  | 'PICKING'
  /** Came back; final. */
  | 'RETURNED'
  /** On its way. */
  | 'SHIPPED';

/** Answer of `orderHold`. */
export type OrderHoldPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** One line of an order: how much of what. Name, SKU, unit and price are kept as they were when it was ordered. */
export type OrderLine = {
  /** What it may mean while it is unmatched or in doubt, best first, at most five. */
  readonly candidates: ReadonlyArray<ProductCandidate>;
  /** How sure the assistant was of this line, 0 to 1; null for a line made by hand. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** The amount as the customer said it, where it was turned into the unit in which the product is sold; else null. */
  readonly convertedFrom: Maybe<SaidAmount>;
  /** Opaque; stable while the line is kept. */
  readonly id: Scalars['ID']['output'];
  /** What people taught that named the product; null when the catalogue's own words did, or a person chose it. */
  readonly learnedFrom: Maybe<LearnedAlias>;
  /** The product's name; while unmatched, the customer's words. */
  readonly name: Scalars['String']['output'];
  /** What to add and what to leave out. */
  readonly options: ReadonlyArray<OrderLineOption>;
  /** From 0, in the order of the text it was read from. */
  readonly position: Scalars['Int']['output'];
  /** The product; null while the line is not matched to the catalogue. */
  readonly product: Maybe<Product>;
  /** How much. */
  readonly quantity: Scalars['Decimal']['output'];
  /** The order's doubts that are about this line. */
  readonly reviewReasons: ReadonlyArray<ReviewReason>;
  /** The product's SKU, or the variant's when it has its own; null while unmatched. */
  readonly sku: Maybe<Scalars['String']['output']>;
  /** Who put it there. */
  readonly source: OrderLineSource;
  /** The words it was read from; empty for a line made by hand. */
  readonly spans: ReadonlyArray<TextSpan>;
  /** Quantity × unit price, rounded half up to the minor unit; null without a price. */
  readonly total: Maybe<Money>;
  /** What one of it is: as the customer said, else as the catalogue has it; null when neither says. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** Price of one unit; null while unmatched, or when the catalogue had none. */
  readonly unitPrice: Maybe<Money>;
  /** The chosen variants, at most one per axis. */
  readonly variants: ReadonlyArray<OrderLineVariant>;
  /** What would have let the assistant take this line by itself, for people; empty when nothing was in doubt. */
  readonly wouldBeSure: ReadonlyArray<Scalars['String']['output']>;
};

/** A line to write. With `lineId`, every field left out stays as it is in that line. */
export type OrderLineInput = {
  /** The line to keep; left out for a new one. */
  readonly lineId?: InputMaybe<Scalars['ID']['input']>;
  /** Describes something that has no product yet; such a line keeps the order from being confirmed. 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What to add and what to leave out; at most 50. */
  readonly options?: InputMaybe<ReadonlyArray<OrderLineOptionInput>>;
  /** The product, on sale; required for a new line unless `name` describes it. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** How much, above zero, at most 9 digits before and 3 behind the point; 1 for a new line when left out. */
  readonly quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** What one of it is; the catalogue's when left out. At most 40 characters. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** Variants of that product, at most one per axis. */
  readonly variantIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A wish beside the product, e.g. without onion. */
export type OrderLineOption = {
  /** The option group, e.g. `topping`. */
  readonly group: Scalars['String']['output'];
  /** True for «without». */
  readonly negated: Scalars['Boolean']['output'];
  /** How much of it, e.g. `extra` or `light`; null when not said. */
  readonly qualifier: Maybe<Scalars['String']['output']>;
  /** The option, e.g. `onion`. */
  readonly value: Scalars['String']['output'];
};

/** A wish beside the product. */
export type OrderLineOptionInput = {
  /** The option group, e.g. `topping`; at most 60 characters. */
  readonly group: Scalars['String']['input'];
  /** True for «without». */
  readonly negated?: InputMaybe<Scalars['Boolean']['input']>;
  /** How much of it, e.g. `extra`; at most 40 characters. */
  readonly qualifier?: InputMaybe<Scalars['String']['input']>;
  /** The option, e.g. `onion`; at most 100 characters. */
  readonly value: Scalars['String']['input'];
};

/** Who put a line into an order. */
export type OrderLineSource =
  /** The assistant read it. */
  | 'AI'
  /** It came from a catalogue cart of the channel. */
  | 'CATALOGUE_CART'
  /** A person wrote or changed it. */
  | 'HUMAN';

/** A variant of an order line, as it was named when it was ordered. */
export type OrderLineVariant = {
  /** What it varies in, e.g. `size`. */
  readonly axis: Scalars['String']['output'];
  /** Its value then, e.g. `large`. */
  readonly value: Scalars['String']['output'];
  /** The variant as it is now. */
  readonly variant: ProductVariant;
};

/** Answer of `orderLinesEdit`. */
export type OrderLinesEditPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** The lines of an order can be changed only before it is confirmed. */
export type OrderNotEditable = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The status it has. */
  readonly status: OrderStatus;
};

/** Only an order in review can be claimed. */
export type OrderNotInReview = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The status it has. */
  readonly status: OrderStatus;
};

/** Answer of `orderReject`. */
export type OrderRejectPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** Who has an order under review. */
export type OrderReviewClaim = {
  /** The holder. */
  readonly by: Actor;
  /** When the claim ends unless it is prolonged. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** Answer of `orderReviewClaim`. */
export type OrderReviewClaimPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** Something that happened in review. */
export type OrderReviewEvent = LiveEvent & {
  /** Who did it. */
  readonly actor: Actor;
  /** Give it as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The order as it is now, at the time of delivery. */
  readonly order: Order;
  /** What happened. */
  readonly type: OrderReviewEventType;
};

/** What can happen in review. */
export type OrderReviewEventType =
  /** It was cancelled. */
  | 'CANCELLED'
  /** A person accepted or rejected such a proposal. */
  | 'CHANGE_DECIDED'
  /** It is confirmed, and the customer wants it changed or cancelled. */
  | 'CHANGE_PROPOSED'
  /** A member took it. */
  | 'CLAIMED'
  /** It was confirmed, by a person or by itself. */
  | 'CONFIRMED'
  /** Its lines were changed, by a member or by the customer's next message. */
  | 'EDITED'
  /** It was rejected. */
  | 'REJECTED'
  /** A member gave it back. */
  | 'RELEASED'
  /** An order was put into review. */
  | 'REQUESTED';

/** Answer of `orderReviewRelease`. */
export type OrderReviewReleasePayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** In which order to list orders. */
export type OrderSort =
  /** Oldest first. */
  | 'CREATED_AT_ASC'
  /** Newest first. */
  | 'CREATED_AT_DESC'
  /** Smallest total first. */
  | 'TOTAL_ASC'
  /** Greatest total first. */
  | 'TOTAL_DESC'
  /** Last changed first. */
  | 'UPDATED_AT_DESC';

/** How an order came to be. */
export type OrderSource =
  /** Sent by an API client. */
  | 'API'
  /** Read out of a conversation by the assistant. */
  | 'CONVERSATION'
  /** Made by a member by hand. */
  | 'STAFF';

/** Where an order is in its life. */
export type OrderStatus =
  /** Called off after it was taken up; final. */
  | 'CANCELLED'
  /** Agreed; can be picked. */
  | 'CONFIRMED'
  /** With the customer. */
  | 'DELIVERED'
  /** Being written down. */
  | 'DRAFT'
  /** Put aside until the customer answers or pays. */
  | 'PENDING'
  /** Being put together. */
  | 'PICKING'
  /** Turned down by a person; final. */
  | 'REJECTED'
  /** Came back; final. */
  | 'RETURNED'
  /** Waits for a person, because the assistant was not sure or the tenant wants it so. */
  | 'REVIEW'
  /** On its way. */
  | 'SHIPPED';

/** Answer of `orderTransition`. */
export type OrderTransitionPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The order after the change; when refused, the order as it is now; null when not found. */
  readonly order: Maybe<Order>;
};

/** The order cannot take that status from the one it has, or its lines do not allow it yet. */
export type OrderTransitionRefused = UserError & {
  /** The statuses it may take. */
  readonly allowed: ReadonlyArray<OrderStatus>;
  /** For programs. */
  readonly code: ErrorCode;
  /** The status it has. */
  readonly from: OrderStatus;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The status that was asked for. */
  readonly to: OrderStatus;
};

/** What becomes of messages outside of an agent's hours. */
export type OutsideHours =
  /** People have them. */
  | 'PEOPLE'
  /** They are read when it opens. */
  | 'WAIT';

/** Whose prompt a version belongs to. */
export type OwnPromptLevel =
  /** The tenant's, for everybody in it. */
  | 'TENANT'
  /** The caller's own, for what they ask for themselves, such as a preview. */
  | 'USER';

/** Where a page of a connection lies. */
export type PageInfo = {
  /** Cursor of the last item, null on an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there are more items after this page; exact when paging with `first`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are more items before this page; exact when paging with `last`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item, null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** Answer of `passwordChange`. */
export type PasswordChangePayload = {
  /** Whether the new password holds; the caller signs in with it again. */
  readonly changed: Scalars['Boolean']['output'];
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
};

/** One thing that may be allowed. */
export type Permission = {
  /** For people. */
  readonly description: Scalars['String']['output'];
  /** Roles that hold it without a grant. */
  readonly heldByRoles: ReadonlyArray<Role>;
  /** E.g. `orders:confirm`. */
  readonly name: Scalars['String']['output'];
};

/** What a person says of a finding. */
export type PiiDecision =
  /** It is personal data indeed. */
  | 'CONFIRM'
  /** A false alarm. */
  | 'DISMISS';

/** A piece of personal data in a text. Findings come in the order of the text and never overlap. */
export type PiiFinding = {
  /** How sure it is, 0 to 1: near 1 with a check digit or a numbering plan behind it, near 0.5 when it only looks like it. */
  readonly confidence: Scalars['Float']['output'];
  /** Behind the last UTF-16 code unit. */
  readonly end: Scalars['Int']['output'];
  /** What it is called, and its token in prompts: its type, or what the tenant's rule calls it. */
  readonly label: Scalars['String']['output'];
  /** First UTF-16 code unit, from 0. */
  readonly start: Scalars['Int']['output'];
  /** What it is. */
  readonly type: PiiType;
  /** The words themselves. */
  readonly value: Scalars['String']['output'];
};

/** Which findings to list. */
export type PiiFindingFilter = {
  /** Only these states. */
  readonly state?: InputMaybe<ReadonlyArray<PiiFindingState>>;
  /** Only these kinds. */
  readonly type?: InputMaybe<ReadonlyArray<PiiType>>;
};

/** What became of a finding. */
export type PiiFindingReviewPayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The finding; null when it was refused. */
  readonly finding: Maybe<MessagePiiFinding>;
};

/** What people say of a finding. */
export type PiiFindingState =
  /** It is personal data indeed. */
  | 'CONFIRMED'
  /** A false alarm. */
  | 'DISMISSED'
  /** Nobody has judged it yet. */
  | 'OPEN';

/** A judgement of a finding. */
export type PiiReview = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who. */
  readonly by: Actor;
};

/** What a tenant counts as personal data besides what is found everywhere, or what never is. */
export type PiiRule = Node & {
  /** Of its findings, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** One of these must stand near; empty: wherever it stands. */
  readonly contextWords: ReadonlyArray<Scalars['String']['output']>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it does. */
  readonly effect: PiiRuleEffect;
  /** Prefix `pir_`. */
  readonly id: Scalars['ID']['output'];
  /** What its findings are called, and their tokens in prompts: `LOYALTY` gives `<LOYALTY_1>`; null for `EXCEPT`. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** For people. */
  readonly name: Scalars['String']['output'];
  /** What it matches; null where it has terms. */
  readonly pattern: Maybe<Scalars['String']['output']>;
  /** Whether it is in use. */
  readonly state: PiiRuleState;
  /** The words and numbers it matches; empty where it has a pattern. */
  readonly terms: ReadonlyArray<Scalars['String']['output']>;
  /** When it was changed last. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
};

/** A page of rules. */
export type PiiRuleConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<PiiRuleEdge>;
  /** The items. */
  readonly nodes: ReadonlyArray<PiiRule>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A rule and where it stands in the list. */
export type PiiRuleEdge = {
  /** To continue from here. */
  readonly cursor: Scalars['String']['output'];
  /** The rule. */
  readonly node: PiiRule;
};

/** What a rule does with what it matches. */
export type PiiRuleEffect =
  /** It is none, whatever else finds it: the shop's own telephone number and address. */
  | 'EXCEPT'
  /** It is personal data, of the type `CUSTOM`. */
  | 'FIND';

/**
 * What a rule says: either a pattern or terms. It matches whole words and numbers only. At most 50 rules are in use at a
 * time, and the sizes of their patterns come to 500 at most.
 */
export type PiiRuleInput = {
  /** Of its findings, above 0 and at most 1; the surer of two that overlap stays. */
  readonly confidence?: Scalars['Float']['input'];
  /**
   * One of these must stand within 60 characters before or 30 behind, on the same line: at most 20. None: wherever it
   * stands.
   */
  readonly contextWords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What it does. */
  readonly effect?: PiiRuleEffect;
  /** What its findings are called: 2 to 24 of `A-Z`, `0-9` and `_`, and none of `PiiType`. Only for `FIND`, and needed there. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** For people; unique among the rules in use, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /**
   * In RE2's syntax (no look-around, no back-references), upper and lower case alike, at most 200 characters. Every
   * repetition has an upper bound, `\d{6,12}` in place of `\d+`, and all repeated it counts at most 100 steps.
   */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
  /**
   * Words and numbers, whatever their case, accents and separators: at most 200, of at most 100 characters each. An
   * exception knows a telephone number however it is written.
   */
  readonly terms?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What became of a rule. */
export type PiiRulePayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The rule; null when it was refused. */
  readonly rule: Maybe<PiiRule>;
};

/** Whether a rule is in use. */
export type PiiRuleState =
  /** It is. */
  | 'ACTIVE'
  /** No longer. */
  | 'ARCHIVED';

/** Kinds of personal data. */
export type PiiType =
  /** A postal address or a part of one that finds the place: street and number, post office box, postal code. */
  | 'ADDRESS'
  /** A payment card number that passes its check digit. */
  | 'CREDIT_CARD'
  /** What a rule of the tenant calls so. */
  | 'CUSTOM'
  /** An e-mail address. */
  | 'EMAIL'
  /** An international bank account number that passes its check digits. */
  | 'IBAN'
  /** A telephone number, international or national, with its extension. */
  | 'PHONE'
  /** A US social security number. */
  | 'SSN';

/** Something that is sold. */
export type Product = Node & {
  /** Other names that customers use for it. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Where it belongs in the category tree. */
  readonly category: Maybe<Category>;
  /** When it was first imported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** For people; not used for matching. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is on sale. Archived products are kept for the orders that have them. */
  readonly isActive: Scalars['Boolean']['output'];
  /** Words that hint at it without naming it. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** As people call it and as orders print it. */
  readonly name: Scalars['String']['output'];
  /** What can be added to or left out of it. */
  readonly options: ReadonlyArray<ProductOptionGroup>;
  /** In which other units it is ordered, and how many of `unit` each of them is. */
  readonly packs: ReadonlyArray<ProductPack>;
  /** Price of one unit; null while none is known, which keeps an order of it from being confirmed by itself. */
  readonly price: Maybe<Money>;
  /** The tenant's own article number, unique within the tenant. */
  readonly sku: Scalars['String']['output'];
  /** What one of it is, e.g. `bottle`, `kg`, `case`. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Its kinds on sale, by axis in the order of the import; an order line has at most one per axis. */
  readonly variants: ReadonlyArray<ProductVariant>;
  /** Rises by one with each change. */
  readonly version: Scalars['Int']['output'];
};

/** Answer of `productArchive`. */
export type ProductArchivePayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The archived product; null when refused. */
  readonly product: Maybe<Product>;
};

/** A product that a line may mean. */
export type ProductCandidate = {
  /** The product. */
  readonly product: Product;
  /** How well it fits, 0 to 1. */
  readonly score: Scalars['Float']['output'];
};

/** A page of products. */
export type ProductConnection = {
  /** The items with their cursors. */
  readonly edges: ReadonlyArray<ProductEdge>;
  /** The items alone. */
  readonly nodes: ReadonlyArray<Product>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A product in a page. */
export type ProductEdge = {
  /** Give it as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The product. */
  readonly node: Product;
};

/** Which products to list; all conditions must hold. */
export type ProductFilter = {
  /** True: on sale only (the default). False: archived only. Null: both. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Products of this category or any below it. */
  readonly categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Products whose name, SKU, aliases or keywords contain every one of these words, whatever the case and accents. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** Products to create or update. */
export type ProductImportInput = {
  /** 1 to 1,000 products; a SKU may come once. */
  readonly products: ReadonlyArray<ProductInput>;
};

/** Answer of `productImport`. */
export type ProductImportPayload = {
  /** How many of the SKUs were new; 0 when refused. */
  readonly created: Scalars['Int']['output'];
  /** Why nothing was imported: every mistake found, at most 100. */
  readonly errors: ReadonlyArray<UserError>;
  /** The imported products in the order given; empty when refused. */
  readonly products: ReadonlyArray<Product>;
  /** How many existed and were written again; 0 when refused. */
  readonly updated: Scalars['Int']['output'];
};

/** A product as imported. For a product that exists: a field left out stays, null clears it. */
export type ProductInput = {
  /** Other names that customers use; at most 100 of 100 characters. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A category's name, or its path as in `Drinks > Juices`; created when it does not exist. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Words that hint at it; at most 100 of 100 characters. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** All its option groups, at most 50 with at most 500 values in all; a name may come once. */
  readonly options?: InputMaybe<ReadonlyArray<ProductOptionGroupInput>>;
  /** In which other units it is ordered, e.g. a case of 12; replaces all, at most 20, a unit may come once. */
  readonly packs?: InputMaybe<ReadonlyArray<ProductPackInput>>;
  /** Price of one unit. */
  readonly price?: InputMaybe<MoneyInput>;
  /** The article number; 1 to 100 characters. */
  readonly sku: Scalars['String']['input'];
  /** What one of it is, e.g. `bottle`; at most 40 characters. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** All its variants, at most 200; one axis and value may come once. */
  readonly variants?: InputMaybe<ReadonlyArray<ProductVariantInput>>;
};

/** One thing that can be added or left out. */
export type ProductOption = {
  /** Other words for it. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Opaque and stable while the option keeps its value. */
  readonly id: Scalars['ID']['output'];
  /** E.g. `extra cheese`; unique within its group. */
  readonly value: Scalars['String']['output'];
};

/** A choice of additions, e.g. toppings. */
export type ProductOptionGroup = {
  /** Opaque and stable while the group keeps its name. */
  readonly id: Scalars['ID']['output'];
  /** E.g. `topping`; unique within the product. */
  readonly name: Scalars['String']['output'];
  /** What can be chosen. */
  readonly values: ReadonlyArray<ProductOption>;
};

/** Options as imported, e.g. `{ name: "topping", values: [{ value: "bacon" }] }`. */
export type ProductOptionGroupInput = {
  /** 1 to 60 characters. */
  readonly name: Scalars['String']['input'];
  /** What can be chosen; a value may come once. */
  readonly values: ReadonlyArray<ProductOptionInput>;
};

/** One option as imported. */
export type ProductOptionInput = {
  /** Other words for it; at most 100 of 100 characters. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 1 to 100 characters. */
  readonly value: Scalars['String']['input'];
};

/** Another unit in which a product is ordered. */
export type ProductPack = {
  /** How many of the product's own unit it is. */
  readonly quantity: Scalars['Decimal']['output'];
  /** As customers say it, e.g. `case`. */
  readonly unit: Scalars['String']['output'];
};

/** Another unit in which a product is ordered, e.g. `{ unit: "case", quantity: "12" }`. */
export type ProductPackInput = {
  /** How many of the product's own unit it is; above zero, at most 6 digits before and 6 behind the point. */
  readonly quantity: Scalars['Decimal']['input'];
  /** As customers say it, singular; in any language the assistant knows. 1 to 40 characters. */
  readonly unit: Scalars['String']['input'];
};

/** What to change of a product. */
export type ProductUpdateInput = {
  /** Replaces all aliases; at most 100 of 100 characters. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A category's name or path; created when it does not exist. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** True puts an archived product back on sale. */
  readonly isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Replaces all keywords; at most 100 of 100 characters. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 1 to 200 characters; cannot be cleared. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** In which other units it is ordered, e.g. a case of 12; replaces all, at most 20, a unit may come once. */
  readonly packs?: InputMaybe<ReadonlyArray<ProductPackInput>>;
  /** Price of one unit. */
  readonly price?: InputMaybe<MoneyInput>;
  /** The article number; cannot be cleared. */
  readonly sku?: InputMaybe<Scalars['String']['input']>;
  /** What one of it is; at most 40 characters. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `productUpdate`. */
export type ProductUpdatePayload = {
  /** Why it was refused. */
  readonly errors: ReadonlyArray<UserError>;
  /** The product after the change; null when refused. */
  readonly product: Maybe<Product>;
};

/** A kind of a product along one axis, e.g. size large. */
export type ProductVariant = Node & {
  /** Other words for the value. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** What it varies in, e.g. `size`. */
  readonly axis: Scalars['String']['output'];
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** Whether it can be ordered. One that an import left out is kept for the orders that have it, and listed no more. */
  readonly isActive: Scalars['Boolean']['output'];
  /** Whether customers mean it who name no value on this axis. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Its own price of one unit; null: the product's. */
  readonly price: Maybe<Money>;
  /** The product that it is a kind of. */
  readonly product: Product;
  /** Its own article number, unique within the tenant; null when it goes by the product's. */
  readonly sku: Maybe<Scalars['String']['output']>;
  /** Its value on that axis, e.g. `large`. */
  readonly value: Scalars['String']['output'];
};

/** A variant as imported, e.g. `{ axis: "size", value: "large" }`. */
export type ProductVariantInput = {
  /** Other words for the value; at most 100 of 100 characters. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What it varies in; 1 to 60 characters. */
  readonly axis: Scalars['String']['input'];
  /** True for the value that customers mean who name none on this axis; at most one per axis. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its own price of one unit, in the product's currency; the product's when left out. */
  readonly price?: InputMaybe<MoneyInput>;
  /** Its own article number, unique within the tenant; at most 100 characters. */
  readonly sku?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  readonly value: Scalars['String']['input'];
};

/** What a tenant or a person tells models for a task, in versions. */
export type Prompt = Node & {
  /** When its first version was written. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** The tenant's, or a person's. */
  readonly level: OwnPromptLevel;
  /** The release that holds; null before the first, when Parley's own words hold. */
  readonly release: Maybe<PromptRelease>;
  /** All releases, newest first. */
  readonly releases: PromptReleaseConnection;
  /** For what. */
  readonly task: AiTask;
  /** Whose, at the level of persons; null for the tenant's. */
  readonly user: Maybe<User>;
  /** All versions, newest first. */
  readonly versions: PromptVersionConnection;
};


/** What a tenant or a person tells models for a task, in versions. */
export type PromptReleasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What a tenant or a person tells models for a task, in versions. */
export type PromptVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of prompts. */
export type PromptConnection = {
  /** The prompts with their cursors. */
  readonly edges: ReadonlyArray<PromptEdge>;
  /** The prompts alone. */
  readonly nodes: ReadonlyArray<Prompt>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A prompt in a page. */
export type PromptEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The prompt. */
  readonly node: Prompt;
};

/** The prompt that holds. */
export type PromptInForce = {
  /** Where it comes from. */
  readonly level: PromptLevel;
  /** The words, with the values of the variables in their places. */
  readonly text: Scalars['String']['output'];
  /** The version; null for Parley's own words. */
  readonly version: Maybe<PromptVersion>;
};

/** Where a prompt comes from; the innermost one holds. */
export type PromptLevel =
  /** From Parley. */
  | 'GLOBAL'
  /** From the tenant, for everybody in it. */
  | 'TENANT'
  /** From one person, for what that person asks for, such as a preview. */
  | 'USER';

/** Which versions of a prompt were used from then on. */
export type PromptRelease = {
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who released it. */
  readonly createdBy: Actor;
  /** Whether it went back to an earlier one. */
  readonly isRollback: Scalars['Boolean']['output'];
  /** 1 at first; give it back as `expectedRelease`. */
  readonly number: Scalars['Int']['output'];
  /** The versions with their weights; empty: Parley's own words. */
  readonly shares: ReadonlyArray<PromptShare>;
};

/** A page of releases. */
export type PromptReleaseConnection = {
  /** The releases with their cursors. */
  readonly edges: ReadonlyArray<PromptReleaseEdge>;
  /** The releases alone. */
  readonly nodes: ReadonlyArray<PromptRelease>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A release in a page. */
export type PromptReleaseEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The release. */
  readonly node: PromptRelease;
};

/** Which versions are to be used. */
export type PromptReleaseInput = {
  /** At most 10; empty: Parley's own words. */
  readonly versions: ReadonlyArray<PromptShareInput>;
};

/** The prompt, or why not. */
export type PromptReleasePayload = {
  /** Why it was refused; empty when it was not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The prompt; null when it was refused. */
  readonly prompt: Maybe<Prompt>;
};

/** One version's part of the conversations; each conversation keeps its version as long as the shares stay. */
export type PromptShare = {
  /** Its number. */
  readonly number: Scalars['Int']['output'];
  /** The version. */
  readonly version: PromptVersion;
  /** How much of all weights together. */
  readonly weight: Scalars['Int']['output'];
};

/** One version and its weight. */
export type PromptShareInput = {
  /** The number of the version. */
  readonly number: Scalars['Int']['input'];
  /** 1 to 1,000. */
  readonly weight?: Scalars['Int']['input'];
};

/** A value that a template uses by its name. */
export type PromptVariable = {
  /** What the template calls it. */
  readonly name: Scalars['String']['output'];
  /** What kind of value it is. */
  readonly type: PromptVariableType;
  /** The value as text, e.g. `Tuesday`, `12.5` or `true`. */
  readonly value: Scalars['String']['output'];
};

/** A value that a template uses by its name. */
export type PromptVariableInput = {
  /** Small letters, digits and underscores, at most 40. */
  readonly name: Scalars['String']['input'];
  /** What kind of value it is. */
  readonly type: PromptVariableType;
  /** The value as text, e.g. `Tuesday`, `12.5` or `true`. */
  readonly value: Scalars['String']['input'];
};

/** What kind of value a variable has. */
export type PromptVariableType =
  /** `true` or `false`. */
  | 'BOOLEAN'
  /** A number. */
  | 'NUMBER'
  /** Any text. */
  | 'TEXT';

/** A version of a prompt; it is never changed. */
export type PromptVersion = Node & {
  /** Calls of models that were told it, since ever. */
  readonly answers: Scalars['Int']['output'];
  /** How sure the answers were on average, 0 to 1; null when there was none. */
  readonly averageConfidence: Maybe<Scalars['Float']['output']>;
  /** Thumbs down. */
  readonly badRatings: Scalars['Int']['output'];
  /** What they cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who wrote it. */
  readonly createdBy: Actor;
  /** Those of them that gave no usable answer. */
  readonly failures: Scalars['Int']['output'];
  /** Thumbs up of people. */
  readonly goodRatings: Scalars['Int']['output'];
  /** Opaque and prefixed. */
  readonly id: Scalars['ID']['output'];
  /** What its author says of it. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 1 at first. */
  readonly number: Scalars['Int']['output'];
  /** The prompt. */
  readonly prompt: Prompt;
  /** In use, once in use, or not yet. */
  readonly state: PromptVersionState;
  /** Liquid: `{{ name }}`, `{% if name %}`. */
  readonly template: Scalars['String']['output'];
  /** What the template uses beside `shop`, `locale`, `currency` and `today`. */
  readonly variables: ReadonlyArray<PromptVariable>;
};

/** A page of versions. */
export type PromptVersionConnection = {
  /** The versions with their cursors. */
  readonly edges: ReadonlyArray<PromptVersionEdge>;
  /** The versions alone. */
  readonly nodes: ReadonlyArray<PromptVersion>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A version of a prompt. */
export type PromptVersionCreateInput = {
  /** Whose. */
  readonly level?: OwnPromptLevel;
  /** What you say of it, at most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** For what; only READ_ORDER asks a model that can be told something. */
  readonly task: AiTask;
  /** Liquid, at most 8,000 characters; it can use no other templates, and only variables that are there. */
  readonly template: Scalars['String']['input'];
  /** At most 20, beside `shop`, `locale`, `currency` and `today`, which are there always. */
  readonly variables?: InputMaybe<ReadonlyArray<PromptVariableInput>>;
};

/** A version in a page. */
export type PromptVersionEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The version. */
  readonly node: PromptVersion;
};

/** The version, or why not. */
export type PromptVersionPayload = {
  /** Why it was refused; empty when it was not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The version; null when it was refused. */
  readonly version: Maybe<PromptVersion>;
};

/** How far a version has come. */
export type PromptVersionState =
  /** In use. */
  | 'ACTIVE'
  /** Was in use. */
  | 'ARCHIVED'
  /** Not used yet. */
  | 'DRAFT';

/** A variant of a proposed line. */
export type ProposedLineVariant = {
  /** What it varies in, e.g. `size`. */
  readonly axis: Scalars['String']['output'];
  /** Its value, e.g. `large`. */
  readonly value: Scalars['String']['output'];
};

/** A line as the order would have it. */
export type ProposedOrderLine = {
  /** The line of the order that stays or changes; null for a new one. */
  readonly lineId: Maybe<Scalars['ID']['output']>;
  /** The product's name; while unmatched, the customer's words. */
  readonly name: Scalars['String']['output'];
  /** What to add and what to leave out. */
  readonly options: ReadonlyArray<OrderLineOption>;
  /** The product; null while the line is not matched to the catalogue. */
  readonly product: Maybe<Product>;
  /** How much. */
  readonly quantity: Scalars['Decimal']['output'];
  /** Quantity × unit price; null without a price. */
  readonly total: Maybe<Money>;
  /** What one of it is; null when nobody says. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** Price of one unit: as it was for a line that stays, today's for a new one; null when there is none. */
  readonly unitPrice: Maybe<Money>;
  /** The chosen variants, at most one per axis. */
  readonly variants: ReadonlyArray<ProposedLineVariant>;
};

/** Why a provider event could not be stored. */
export type QuarantineReason =
  /** It does not have the form that the provider documents. */
  | 'MALFORMED'
  /** Storing it failed. */
  | 'NOT_STORED'
  /** Nobody can be told from it who wrote. */
  | 'NO_SENDER'
  /** The routing key in it belongs to no channel account. */
  | 'UNKNOWN_ROUTE';

/** A provider event that could not be stored as what it is. */
export type QuarantinedEvent = {
  /** The channel account whose address it was delivered to. */
  readonly channelAccount: ChannelAccount;
  /** What exactly was wrong, for people. */
  readonly detail: Scalars['String']['output'];
  /** Prefix `pev_`. */
  readonly id: Scalars['ID']['output'];
  /** The part of the provider's body, as it came. */
  readonly raw: Scalars['JSON']['output'];
  /** Why it is here. */
  readonly reason: QuarantineReason;
  /** When it came. */
  readonly receivedAt: Scalars['DateTime']['output'];
};

/** A page of quarantined events. */
export type QuarantinedEventConnection = {
  /** The quarantined events with their cursors. */
  readonly edges: ReadonlyArray<QuarantinedEventEdge>;
  /** The quarantined events alone. */
  readonly nodes: ReadonlyArray<QuarantinedEvent>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of the quarantined events in a page. */
export type QuarantinedEventEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is there. */
  readonly node: QuarantinedEvent;
};

/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type Query = {
  /**
   * The agents that were set up, newest first; without any, Parley reads orders and answers questions by itself.
   * Requires `assistant:read`.
   */
  readonly agents: AgentConnection;
  /** What language models have cost in the current month, beside the tenant's budget. Requires `assistant:read`. */
  readonly aiBudget: AiBudget;
  /**
   * Model calls that gave no usable answer, newest first, with what went wrong and which attempt it was. None of them
   * leaves a conversation waiting: another model or a person took over. Requires `assistant:read`.
   */
  readonly aiErrors: AiResponseConnection;
  /** What language models cost beside the orders that were confirmed in the same time. Requires `assistant:read`. */
  readonly aiOrderCosts: AiOrderCosts;
  /**
   * Every answer the assistant gave, newest first: model, tokens, cost, latency, and what it read.
   * Requires `assistant:read`.
   */
  readonly aiResponses: AiResponseConnection;
  /** What the assistant did and cost, summed by period, task and model, oldest first. Requires `assistant:read`. */
  readonly aiUsage: ReadonlyArray<AiUsage>;
  /** API keys, newest first, revoked ones included. Requires `api-keys:read`. */
  readonly apiKeys: ApiKeyConnection;
  /** Since when the assistant does nothing here by itself; null while it works. Requires `assistant:read`. */
  readonly assistantStoppedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * What Parley tells models by itself, where neither the tenant nor the person has a prompt of their own in use.
   * Requires `assistant:read`.
   */
  readonly builtInPrompts: ReadonlyArray<BuiltInPrompt>;
  /** The categories of this tenant, by path, so that a parent comes before its children. Requires `catalog:read`. */
  readonly categories: CategoryConnection;
  /** The numbers and addresses by which customers reach this tenant, oldest first. Requires `channels:read`. */
  readonly channelAccounts: ChannelAccountConnection;
  /**
   * GraphQL documents that clients may send, and those that were seen without being registered, newest first.
   * Requires `documents:read`.
   */
  readonly clientDocuments: ClientDocumentConnection;
  /**
   * How confidence and truth go together in this tenant's own reviews: of the latest 2,000 orders that nothing but their
   * confidence spoke about and a person confirmed, as they were read or corrected. Requires `assistant:read`.
   */
  readonly confidenceCalibration: ConfidenceCalibration;
  /** Conversations, newest activity first: the inbox. Requires `conversations:read`. */
  readonly conversations: ConversationConnection;
  /** Customers, by default those who came last first. Requires `customers:read`. */
  readonly customers: CustomerConnection;
  /** Evaluations, newest first. Requires `assistant:read`. */
  readonly evaluationRuns: EvaluationRunConnection;
  /**
   * What an operation would cost and whether it would run, without running it: it is parsed, validated and weighed with
   * these variables, as any request is. Requires no permission beyond signing in.
   */
  readonly explainCost: CostExplanation;
  /**
   * Background jobs of this tenant that were given up after their last attempt, youngest first.
   * Requires `operations:read`.
   */
  readonly failedJobs: ReadonlyArray<FailedJob>;
  /** The documents of the knowledge base, newest first. Requires `knowledge:read`. */
  readonly knowledgeDocs: KnowledgeDocConnection;
  /** Which model embeds the knowledge base, and how far the next one is. Requires `knowledge:read`. */
  readonly knowledgeEmbedding: KnowledgeEmbedding;
  /**
   * Questions of customers that the knowledge base did not answer, alike ones together, last asked first: each with a
   * drafted article to approve. Requires `knowledge:read`.
   */
  readonly knowledgeGaps: KnowledgeGapConnection;
  /**
   * The passages that best match a question or a few words, best first, at most one per document: full text and vectors,
   * fused. A document is found from the moment its status is READY, and no longer from the moment it is deleted; while an
   * edit is being indexed its former passages still answer. Requires `knowledge:read`.
   */
  readonly knowledgeSearch: ReadonlyArray<KnowledgeHit>;
  /** What customers call products, as people taught it, newest first. Requires `assistant:read`. */
  readonly learnedAliases: LearnedAliasConnection;
  /** What customers wrote beside the orders that people made of it, newest first. Requires `assistant:read`. */
  readonly learnedExamples: LearnedExampleConnection;
  /** The people who work here, first joined first. Requires `members:read`. */
  readonly members: MembershipConnection;
  /**
   * Any object by its id; null when it does not exist or belongs to another tenant (the two look the same). What may be
   * seen of it is what its type asks for. Requires no permission beyond signing in.
   */
  readonly node: Maybe<Node>;
  /** Several objects by id, in the order asked, null where one does not exist. Requires no permission beyond signing in. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** One order by the number that people call it by; null when there is none. Requires `orders:read`. */
  readonly orderByNumber: Maybe<Order>;
  /** What customers want changed of confirmed orders, longest waiting first. Requires `orders:read`. */
  readonly orderChangeProposals: OrderChangeProposalConnection;
  /**
   * Reads an order out of a text as the assistant would if a customer sent it, without storing anything.
   * Prices and products come from the tenant's catalogue; the reading comes from the model that is configured.
   * Requires `assistant:preview`.
   */
  readonly orderExtractionPreview: OrderExtraction;
  /** The orders of this tenant, newest first unless asked otherwise. Requires `orders:read`. */
  readonly orders: OrderConnection;
  /** The permission catalogue: what may be granted, and which roles hold it. Requires no permission beyond signing in. */
  readonly permissions: ReadonlyArray<Permission>;
  /**
   * Where messages hold personal data, found when they came, newest first: the review queue with `filter: { state: OPEN }`.
   * Requires `privacy:review`.
   */
  readonly piiFindings: MessagePiiFindingConnection;
  /**
   * What would be found in a text if there were this rule besides the others; nothing is stored. A rule
   * that cannot be is answered with `BAD_USER_INPUT`, which says why. Requires `privacy:scan`.
   */
  readonly piiRulePreview: ReadonlyArray<PiiFinding>;
  /**
   * What this tenant counts as personal data besides what is found everywhere, and what never, newest first.
   * Requires `privacy:review`.
   */
  readonly piiRules: PiiRuleConnection;
  /**
   * Finds personal data in a text: e-mail addresses, telephone and card numbers, bank accounts, postal addresses. Nothing
   * is stored, and no model sees the text. Telephone numbers without a country code are read as the tenant's locale has them.
   * Requires `privacy:scan`.
   */
  readonly piiScan: ReadonlyArray<PiiFinding>;
  /** One product by its SKU, archived or not; null when there is none. Requires `catalog:read`. */
  readonly productBySku: Maybe<Product>;
  /** The products of this tenant, by name. Requires `catalog:read`. */
  readonly products: ProductConnection;
  /**
   * The prompt that would be used now for the caller, or in a conversation: the person's own, else the tenant's, else Parley's;
   * null when the conversation is not here, and for EMBED, which is told nothing.
   * Requires `assistant:read`.
   */
  readonly promptInForce: Maybe<PromptInForce>;
  /** The prompts of the tenant and of the people in it, newest first. Requires `assistant:read`. */
  readonly prompts: PromptConnection;
  /**
   * Provider events that came through a channel account of this tenant with a right signature but could not be stored as
   * a message or status: unknown phone number id, unreadable part. Newest first. Requires `operations:read`.
   */
  readonly quarantinedEvents: QuarantinedEventConnection;
  /** The orders that wait for a person, longest waiting first, with who has claimed them. Requires `orders:read`. */
  readonly reviewQueue: OrderConnection;
  /** The caller's own open sessions in this tenant, newest first. Requires no permission beyond signing in. */
  readonly sessions: SessionConnection;
  /** The tenant this request works in. Requires `tenant:read`. */
  readonly tenant: Tenant;
  /** What another threshold, or another target, would have done to the orders of a time. Requires `assistant:read`. */
  readonly thresholdPreview: ThresholdPreview;
  /** Who this request is, where it works and what it may do. Requires no permission beyond signing in. */
  readonly viewer: Viewer;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryAgentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryAiErrorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  outcome?: InputMaybe<AiOutcome>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryAiOrderCostsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryAiResponsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AiResponseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryAiUsageArgs = {
  agentId?: InputMaybe<Scalars['ID']['input']>;
  by?: AiUsagePeriod;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryCategoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryChannelAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryClientDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClientDocumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CustomerOrder>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryEvaluationRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  promptVersionId?: InputMaybe<Scalars['ID']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryExplainCostArgs = {
  document: Scalars['String']['input'];
  operationName?: InputMaybe<Scalars['String']['input']>;
  variables?: InputMaybe<Scalars['JSON']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryFailedJobsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryKnowledgeDocsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<KnowledgeDocFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryKnowledgeGapsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<KnowledgeGapFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryKnowledgeSearchArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryLearnedAliasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LearnedAliasFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryLearnedExamplesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LearnedExampleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryOrderByNumberArgs = {
  number: Scalars['Int']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryOrderChangeProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<OrderChangeState>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryOrderExtractionPreviewArgs = {
  text: Scalars['String']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<OrderSort>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryPiiFindingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PiiFindingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryPiiRulePreviewArgs = {
  input: PiiRuleInput;
  text: Scalars['String']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryPiiRulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<PiiRuleState>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryPiiScanArgs = {
  text: Scalars['String']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryProductBySkuArgs = {
  sku: Scalars['String']['input'];
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryPromptInForceArgs = {
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  task: AiTask;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryPromptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryQuarantinedEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryReviewQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QuerySessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The read entry points. Every list is a Relay connection; every id is opaque and prefixed. */
export type QueryThresholdPreviewArgs = {
  from: Scalars['DateTime']['input'];
  targetErrorRate?: InputMaybe<Scalars['Float']['input']>;
  threshold?: InputMaybe<Scalars['Float']['input']>;
  to: Scalars['DateTime']['input'];
};

/** A thumb. */
export type Rating =
  /** Down. */
  | 'BAD'
  /** Up. */
  | 'GOOD';

/** Kind REACTION. */
export type ReactionContent = {
  /** The emoji; null when the reaction was taken back. */
  readonly emoji: Maybe<Scalars['String']['output']>;
  /** The message it is on, at the provider. */
  readonly targetProviderMessageId: Scalars['String']['output'];
};

/** A refusal that carries no more than its code. */
export type Refusal = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A draft of a reply. */
export type ReplySuggestion = {
  /** The answer as it is logged: model, cost, the passages it was made from; `aiResponseRate` takes thumbs. */
  readonly aiResponse: Maybe<AiResponse>;
  /** The whole text. */
  readonly text: Scalars['String']['output'];
  /**
   * Figures, links and addresses in it that stand neither in the conversation nor in what else it was made from, in the
   * order of the text: look at them before it is sent.
   */
  readonly unsupported: ReadonlyArray<Scalars['String']['output']>;
};

/** A piece of a draft, or its end. */
export type ReplySuggestionEvent = {
  /** Why there is none; the only event then. */
  readonly errors: ReadonlyArray<UserError>;
  /** Whether the words that came before are void: their model failed, and another one begins. */
  readonly startsAnew: Scalars['Boolean']['output'];
  /** The whole of it, with the last event; null before, and when there is none. */
  readonly suggestion: Maybe<ReplySuggestion>;
  /** Words to append to those that came before; may be empty. */
  readonly text: Scalars['String']['output'];
};

/**
 * Whether a free-form message may be sent now. WhatsApp allows it for 24 hours after the customer's last message;
 * channels without such a rule are always open.
 */
export type ReplyWindow = {
  /** When it closes or closed; null on channels without such a rule. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** True while a free-form message may be sent. */
  readonly open: Scalars['Boolean']['output'];
};

/** Why a person should look at an order: for programs by `code`, for people by `message`. */
export type ReviewReason = {
  /** What kind of doubt. */
  readonly code: ReviewReasonCode;
  /** The position of the line in doubt, from 0; null when the whole order is. */
  readonly linePosition: Maybe<Scalars['Int']['output']>;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
};

/** Kinds of doubt that send an order to a person. */
export type ReviewReasonCode =
  /** Several products fit. */
  | 'AMBIGUOUS_PRODUCT'
  /** How much is unclear. */
  | 'AMBIGUOUS_QUANTITY'
  /** The unit is unclear or does not fit the product. */
  | 'AMBIGUOUS_UNIT'
  /** Several variants fit, or one must be chosen and none was named. */
  | 'AMBIGUOUS_VARIANT'
  /** The tenant wants a person to look at every order. */
  | 'AUTO_CONFIRM_OFF'
  /** The tenant's AI budget of this month is used up. */
  | 'BUDGET_EXHAUSTED'
  /** The text takes back an order or a part of it. */
  | 'CANCEL_REQUEST'
  /** The text changes or cancels something that was ordered before. */
  | 'CHANGE_REQUEST'
  /** The model is less sure than the tenant's threshold asks. */
  | 'LOW_CONFIDENCE'
  /** The model could not be reached or reported an error. */
  | 'MODEL_FAILED'
  /** The model's answer was not of the agreed form, or was cut off. */
  | 'MODEL_INVALID_OUTPUT'
  /** The model could not show the words a line was read from. */
  | 'MODEL_NO_EVIDENCE'
  /** The model refused to answer. */
  | 'MODEL_REFUSED'
  /** The model did not answer in time. */
  | 'MODEL_TIMEOUT'
  /** The model named a product that this tenant does not have. */
  | 'MODEL_UNKNOWN_PRODUCT'
  /** The text also asks something that a person should answer. */
  | 'OPEN_QUESTION'
  /** The same customer ordered the very same a short while ago, perhaps by another channel. */
  | 'POSSIBLE_DUPLICATE'
  /** A product has no price yet. */
  | 'PRICE_MISSING'
  /** One of the sure orders that a person looks at, to see how right they are. */
  | 'RANDOM_CHECK'
  /** The text means an earlier order («the usual»); `Order.repeats` says which, when there is one. */
  | 'REFERS_TO_HISTORY'
  /** Something is ordered that the catalogue does not have. */
  | 'UNKNOWN_PRODUCT'
  /** An unusual amount. */
  | 'UNUSUAL_QUANTITY'
  /** The customer wrote some of it while the assistant was stopped; it may have been settled in another way meanwhile. */
  | 'WRITTEN_WHILE_STOPPED';

/** What a member may do, before grants and denials. Listed from most to least. */
export type Role =
  /** Everything, except making or changing owners. */
  | 'ADMIN'
  /** Runs the day: orders, catalogue, knowledge. */
  | 'MANAGER'
  /** Talks to customers and decides on orders. */
  | 'OPERATOR'
  /** Everything; at least one remains. */
  | 'OWNER'
  /** Talks to customers. */
  | 'SUPPORT'
  /** Looks. */
  | 'VIEWER'
  /** Picks, ships and takes back. */
  | 'WAREHOUSE';

/** An amount in the customer's own unit, e.g. two cases of what is sold by the piece. */
export type SaidAmount = {
  /** How much. */
  readonly quantity: Scalars['Decimal']['output'];
  /** Of what. */
  readonly unit: Scalars['String']['output'];
};

/** A login on one device, kept alive by its refresh token. */
export type Session = {
  /** When it was opened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it ends by itself; every refresh moves it. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The session's id. */
  readonly id: Scalars['ID']['output'];
  /** Address of the last login or refresh; null when unknown. */
  readonly ipAddress: Maybe<Scalars['String']['output']>;
  /** Whether this request belongs to it. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** When its refresh token was last used. */
  readonly lastUsedAt: Scalars['DateTime']['output'];
  /** When it was ended early; null while open. */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who is signed in. */
  readonly user: User;
  /** User agent of the last login or refresh; null when unknown. */
  readonly userAgent: Maybe<Scalars['String']['output']>;
};

/** A page of sessions. */
export type SessionConnection = {
  /** The sessions with their cursors. */
  readonly edges: ReadonlyArray<SessionEdge>;
  /** The sessions alone. */
  readonly nodes: ReadonlyArray<Session>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A session in a page. */
export type SessionEdge = {
  /** Position of this item. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: Session;
};

/** Answer of `sessionRefresh`. */
export type SessionRefreshPayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** When the access token ends; null when refused. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The next refresh token; the one that was presented is spent. Null when refused. */
  readonly refreshToken: Maybe<Scalars['String']['output']>;
  /** Where the token works; null when refused. */
  readonly tenant: Maybe<ViewerTenant>;
  /** The new access token; null when refused. */
  readonly token: Maybe<Scalars['String']['output']>;
};

/** Answer of `sessionRevoke`. */
export type SessionRevokePayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The session that was ended; null when refused. */
  readonly session: Maybe<Session>;
};

/** What an agent read beside the live one. */
export type ShadowReading = {
  /** How sure it was, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** What it cost, in millionths of a US dollar. */
  readonly costMicroUsd: Scalars['Long']['output'];
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What went wrong with the model, so that the built-in one read; null when nothing did. */
  readonly error: Maybe<Scalars['String']['output']>;
  /** From question to answer. */
  readonly latencyMs: Scalars['Int']['output'];
  /** The order that the live one made of the same messages. */
  readonly order: Order;
  /** The lines that it read. */
  readonly read: Scalars['JSON']['output'];
};

/** A page of readings. */
export type ShadowReadingConnection = {
  /** The readings with their cursors. */
  readonly edges: ReadonlyArray<ShadowReadingEdge>;
  /** The readings alone. */
  readonly nodes: ReadonlyArray<ShadowReading>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A reading in a page. */
export type ShadowReadingEdge = {
  /** Its position in this list. */
  readonly cursor: Scalars['String']['output'];
  /** The reading. */
  readonly node: ShadowReading;
};

/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type Subscription = {
  /** The assistant was stopped or works again, or an agent was changed. Requires `assistant:read`. */
  readonly assistantSwitched: AssistantSwitchedEvent;
  /** How far evaluations are, every 25 examples and at their end. Requires `assistant:read`. */
  readonly evaluationProgress: EvaluationProgressEvent;
  /** All that moves an inbox, on one socket. Requires `conversations:read`. */
  readonly inboxEvents: InboxEvent;
  /** Messages in and out, of one conversation or of all. Requires `conversations:read`. */
  readonly messageAdded: MessageAddedEvent;
  /**
   * What happens in review, from the cursor on, then live: an order is put into review, claimed, released, edited,
   * confirmed, rejected or cancelled. Requires `orders:read`.
   */
  readonly orderReviewEvents: OrderReviewEvent;
  /**
   * A draft of what to answer in a conversation, sent while it is being written; ends by itself. Nothing of it reaches the
   * customer before a person sends it by `messageSend`. It is written by the configured language model within the tenant's
   * budget, else from the answering passage, the open question or the newest order in Parley's own phrases. Whoever
   * unsubscribes ends the writing; what it cost until then is booked. May answer `NotFound` and `InvalidInput`.
   * Passages and orders are used as far as the caller may read them. Requires `messages:send`.
   */
  readonly replySuggestion: ReplySuggestionEvent;
  /** The month's budget for language models reached 50, 80 or 100 %: once a step and month. Requires `assistant:read`. */
  readonly usageAlerts: UsageAlert;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionAssistantSwitchedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionEvaluationProgressArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  evaluationRunId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionInboxEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionMessageAddedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  conversationId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionOrderReviewEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionReplySuggestionArgs = {
  conversationId: Scalars['ID']['input'];
  wish?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Live events over WebSocket. Each continues behind `after` without gap or duplicate: what happened since is replayed
 * from the log, then followed live.
 */
export type SubscriptionUsageAlertsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** A background job or command of the server itself. */
export type SystemActor = {
  /** Which one, e.g. `release-expired-claims`. */
  readonly name: Scalars['String']['output'];
};

/** Kind SYSTEM. */
export type SystemContent = {
  /** The provider's words. */
  readonly body: Maybe<Scalars['String']['output']>;
  /** The provider's name for it, e.g. `user_changed_number`. */
  readonly event: Scalars['String']['output'];
  /** The customer's new address, when they changed it. */
  readonly newAddress: Maybe<Scalars['String']['output']>;
};

/** A business that works on Parley; everything else belongs to exactly one. */
export type Tenant = Node & {
  /** Below this confidence, 0 to 1, an order read from a message goes to review. */
  readonly aiConfidenceThreshold: Scalars['Float']['output'];
  /** Share of the sure orders, 0 to 1, that go to review all the same: without them nobody learns how right the sure ones are. */
  readonly aiSampleRate: Scalars['Float']['output'];
  /** Share of the orders confirmed without a person that may be wrong; null: `aiConfidenceThreshold` decides alone. */
  readonly aiTargetErrorRate: Maybe<Scalars['Float']['output']>;
  /** Whether an order that passes the threshold is confirmed without a person. */
  readonly autoConfirm: Scalars['Boolean']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Currency of prices that name none. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** How long the assistant waits for further messages before it reads them as one, in milliseconds. */
  readonly debounceMs: Scalars['Int']['output'];
  /**
   * The threshold in force: the one that meets `aiTargetErrorRate` by the tenant's own reviews, and `aiConfidenceThreshold`
   * without a target, or while there are too few reviews to tell.
   */
  readonly effectiveConfidenceThreshold: Scalars['Float']['output'];
  /** The tenant's id. */
  readonly id: Scalars['ID']['output'];
  /** False while suspended: reads only. */
  readonly isActive: Scalars['Boolean']['output'];
  /** Whether a verified e-mail of the outside identity provider is enough to sign in as the member with that e-mail. */
  readonly linkVerifiedEmail: Scalars['Boolean']['output'];
  /** BCP 47 tag, e.g. `es-CO`. */
  readonly locale: Scalars['String']['output'];
  /** What the assistant may cost per calendar month, in millionths of a US dollar; null: no limit. */
  readonly monthlyAiBudgetMicroUsd: Maybe<Scalars['Long']['output']>;
  /** For people. */
  readonly name: Scalars['String']['output'];
  /**
   * Whether models outside of this server see tokens such as `<PHONE_1>` in place of the personal data in what customers
   * write. The built-in models see it as it is: it does not leave the server.
   */
  readonly redactPrompts: Scalars['Boolean']['output'];
  /** Short name for URLs and commands, unique on this server. */
  readonly slug: Scalars['String']['output'];
  /** What was booked. */
  readonly tier: TenantTier;
  /** IANA name, e.g. `America/Bogota`. */
  readonly timeZone: Scalars['String']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with every change. */
  readonly version: Scalars['Int']['output'];
};

/** What a tenant booked. */
export type TenantTier =
  /** One channel, one team. */
  | 'BASIC'
  /** By contract. */
  | 'ENTERPRISE'
  /** No charge, small limits. */
  | 'FREE'
  /** Several channels and teams. */
  | 'PREMIUM';

/** Settings to change; what is left out stays. */
export type TenantUpdateInput = {
  /** 0 to 1. */
  readonly aiConfidenceThreshold?: InputMaybe<Scalars['Float']['input']>;
  /** 0 to 1. */
  readonly aiSampleRate?: InputMaybe<Scalars['Float']['input']>;
  /** Above 0, at most 0.5; null: the threshold is set by hand. */
  readonly aiTargetErrorRate?: InputMaybe<Scalars['Float']['input']>;
  /** Whether an order that passes the threshold is confirmed without a person. */
  readonly autoConfirm?: InputMaybe<Scalars['Boolean']['input']>;
  /** ISO 4217 code. */
  readonly currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** 0 to 60000 milliseconds. */
  readonly debounceMs?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a verified e-mail of the outside identity provider is enough to sign in. */
  readonly linkVerifiedEmail?: InputMaybe<Scalars['Boolean']['input']>;
  /** BCP 47 tag. */
  readonly locale?: InputMaybe<Scalars['String']['input']>;
  /** Millionths of a US dollar per calendar month, zero or more; null: no limit. */
  readonly monthlyAiBudgetMicroUsd?: InputMaybe<Scalars['Long']['input']>;
  /** For people, 1 to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether models outside of this server see tokens in place of the personal data in what customers write. */
  readonly redactPrompts?: InputMaybe<Scalars['Boolean']['input']>;
  /** IANA name. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `tenantUpdate`. */
export type TenantUpdatePayload = {
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The tenant as it is now; null when refused. */
  readonly tenant: Maybe<Tenant>;
};

/** Kind TEXT. */
export type TextContent = {
  /** The words. */
  readonly body: Scalars['String']['output'];
  /** The click-to-chat advertisement or post that the customer came from. */
  readonly referral: Maybe<MessageReferral>;
};

/** A piece of a message: the evidence of an order line. */
export type TextSpan = {
  /** Behind the last UTF-16 code unit. */
  readonly end: Scalars['Int']['output'];
  /** The message it stands in; null for a text that is no message, as in a preview. */
  readonly messageId: Maybe<Scalars['ID']['output']>;
  /** First UTF-16 code unit, from 0. */
  readonly start: Scalars['Int']['output'];
  /** The words themselves. */
  readonly text: Scalars['String']['output'];
};

/** What a threshold would have done. */
export type ThresholdPreview = {
  /** How many would have been confirmed without a person. */
  readonly confirmedAlone: Scalars['Int']['output'];
  /** How many were confirmed without a person then. */
  readonly confirmedAloneThen: Scalars['Int']['output'];
  /** The error rate above the threshold is, to 90 % certainty, at most this; null when no order was reviewed above it. */
  readonly errorRateAtMost: Maybe<Scalars['Float']['output']>;
  /** Wrong ones among all reviewed orders, whenever they were made, that this threshold would have let through. */
  readonly knownErrors: Scalars['Int']['output'];
  /** Orders from conversations made in that time. */
  readonly orders: Scalars['Int']['output'];
  /** How many would have gone to review. */
  readonly reviewed: Scalars['Int']['output'];
  /** How many were not. */
  readonly reviewedThen: Scalars['Int']['output'];
  /** The threshold tried; null when the reviews cannot show that any meets the target. */
  readonly threshold: Maybe<Scalars['Float']['output']>;
};

/** A page of entries of a timeline. */
export type TimelineConnection = {
  /** The entries of a timeline with their cursors. */
  readonly edges: ReadonlyArray<TimelineEdge>;
  /** The entries of a timeline alone. */
  readonly nodes: ReadonlyArray<TimelineEntry>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of the entries of a timeline in a page. */
export type TimelineEdge = {
  /** Its place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is there. */
  readonly node: TimelineEntry;
};

/** An entry of a conversation's timeline. */
export type TimelineEntry = ConversationEvent | Message;

/** A document to trust. */
export type TrustedDocumentInput = {
  /** Its exact text, at most 20,000 characters; the schema and the limits must allow it. */
  readonly text: Scalars['String']['input'];
};

/** Documents to trust. */
export type TrustedDocumentsRegisterInput = {
  /** 1 to 200 documents. */
  readonly documents: ReadonlyArray<TrustedDocumentInput>;
};

/** Answer of `trustedDocumentsRegister`. */
export type TrustedDocumentsRegisterPayload = {
  /** The documents in the order of the input; empty when refused. */
  readonly documents: ReadonlyArray<ClientDocument>;
  /** Why not. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Kinds UNSUPPORTED and UNKNOWN: the payload is kept in `raw`. */
export type UnsupportedContent = {
  /** The provider's name for the kind. */
  readonly providerType: Scalars['String']['output'];
  /** Why the provider could not pass it on. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/** The month's budget for language models reached a step. */
export type UsageAlert = LiveEvent & {
  /** Who or what made the call that reached it. */
  readonly actor: Actor;
  /** Give it back as `after` to continue right behind this event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The budget, in millionths of a US dollar. */
  readonly limitMicroUsd: Scalars['Long']['output'];
  /** The month, e.g. `2026-11`. */
  readonly month: Scalars['String']['output'];
  /** When the step was reached. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** 50, 80 or 100. At 100 a cheaper model reads, then the built-in one, and a person looks. */
  readonly percent: Scalars['Int']['output'];
  /** What was spent by then, in millionths of a US dollar. */
  readonly spentMicroUsd: Scalars['Long']['output'];
};

/** A person as this tenant knows them; one who was removed keeps name and id. */
export type User = Node & {
  /** Lower-cased address they sign in with. */
  readonly email: Scalars['String']['output'];
  /** The person's id, the same in every tenant. */
  readonly id: Scalars['ID']['output'];
  /** What colleagues call them. */
  readonly name: Scalars['String']['output'];
};

/** Something that a person can mend: expected, so it comes as data, beside a null entity. */
export type UserError = {
  /** For programs; the list is stable. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first, e.g. `["input", "lines", "0", "quantity"]`; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** The object was changed since the version that the caller expected. */
export type VersionConflict = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** The version it has now. */
  readonly currentVersion: Scalars['Int']['output'];
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Who a request is, where it works and what it may do. */
export type Viewer = {
  /** The caller as a program; null for a person. */
  readonly apiClient: Maybe<ApiClient>;
  /** Whether the caller holds one permission. */
  readonly can: Scalars['Boolean']['output'];
  /** When the credential ends, null when it does not by itself. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The caller's membership; null for an API key. Requires `members:read`. */
  readonly membership: Maybe<Membership>;
  /** What the caller may do here: role with grants and denials, or the scopes of the key. Reads only while suspended. */
  readonly permissions: ReadonlyArray<Scalars['String']['output']>;
  /** The tenant this credential works in. Requires `tenant:read`. */
  readonly tenant: Maybe<Tenant>;
  /** Every tenant this person may work in, first joined first; none for an API key. */
  readonly tenants: ReadonlyArray<ViewerTenant>;
  /** The caller as a person; null for an API key. */
  readonly user: Maybe<User>;
};


/** Who a request is, where it works and what it may do. */
export type ViewerCanArgs = {
  permission: Scalars['String']['input'];
};

/** A tenant that a person may sign in to. */
export type ViewerTenant = {
  /** The tenant's id. */
  readonly id: Scalars['ID']['output'];
  /** Whether the credential of this request, or the token of this answer, works there. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** For people. */
  readonly name: Scalars['String']['output'];
  /** The person's role there. */
  readonly role: Role;
  /** For `login(tenant:)`. */
  readonly slug: Scalars['String']['output'];
};

/** The customer wrote too long ago for a free-form message. */
export type WindowClosed = UserError & {
  /** For programs. */
  readonly code: ErrorCode;
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault, outermost first; null when none is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When the window closed. */
  readonly windowExpiredAt: Scalars['DateTime']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( ApiClient )
    | ( AssistantActor )
    | ( Omit<CustomerActor, 'customer'> & { customer: _RefType['Customer'] } )
    | ( SystemActor )
    | ( User )
  ;
  InboxEvent:
    | ( Omit<ConversationChangedEvent, 'actor' | 'conversation'> & { actor: _RefType['Actor'], conversation: _RefType['Conversation'] } )
    | ( Omit<MessageAddedEvent, 'actor' | 'message'> & { actor: _RefType['Actor'], message: _RefType['Message'] } )
    | ( Omit<MessageChangedEvent, 'actor' | 'message'> & { actor: _RefType['Actor'], message: _RefType['Message'] } )
  ;
  MessageContent:
    | ( CartContent )
    | ( ChoiceContent )
    | ( ContactsContent )
    | ( DeletionContent )
    | ( EditContent )
    | ( FlowContent )
    | ( LocationContent )
    | ( MediaContent )
    | ( ReactionContent )
    | ( SystemContent )
    | ( TextContent )
    | ( UnsupportedContent )
  ;
  TimelineEntry:
    | ( Omit<ConversationEvent, 'actor' | 'conversation'> & { actor: _RefType['Actor'], conversation: _RefType['Conversation'] } )
    | ( Omit<Message, 'author' | 'content' | 'conversation' | 'replyTo'> & { author: _RefType['Actor'], content: _RefType['MessageContent'], conversation: _RefType['Conversation'], replyTo?: Maybe<_RefType['Message']> } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  LiveEvent:
    | ( Omit<AssistantSwitchedEvent, 'actor' | 'agent'> & { actor: _RefType['Actor'], agent?: Maybe<_RefType['Agent']> } )
    | ( Omit<ConversationChangedEvent, 'actor' | 'conversation'> & { actor: _RefType['Actor'], conversation: _RefType['Conversation'] } )
    | ( Omit<EvaluationProgressEvent, 'actor' | 'evaluationRun'> & { actor: _RefType['Actor'], evaluationRun: _RefType['EvaluationRun'] } )
    | ( Omit<MessageAddedEvent, 'actor' | 'message'> & { actor: _RefType['Actor'], message: _RefType['Message'] } )
    | ( Omit<MessageChangedEvent, 'actor' | 'message'> & { actor: _RefType['Actor'], message: _RefType['Message'] } )
    | ( Omit<OrderReviewEvent, 'actor' | 'order'> & { actor: _RefType['Actor'], order: _RefType['Order'] } )
    | ( Omit<UsageAlert, 'actor'> & { actor: _RefType['Actor'] } )
  ;
  Node:
    | ( Omit<Agent, 'shadowReadings'> & { shadowReadings: _RefType['ShadowReadingConnection'] } )
    | ( Omit<AiResponse, 'agent' | 'conversation' | 'promptVersion' | 'ratings'> & { agent?: Maybe<_RefType['Agent']>, conversation: _RefType['Conversation'], promptVersion?: Maybe<_RefType['PromptVersion']>, ratings: ReadonlyArray<_RefType['AiRating']> } )
    | ( ApiClient )
    | ( Category )
    | ( ChannelAccount )
    | ( Omit<Conversation, 'aiResponses' | 'customer' | 'lastMessage' | 'latestOrder' | 'messages' | 'orders' | 'timeline'> & { aiResponses: _RefType['AiResponseConnection'], customer: _RefType['Customer'], lastMessage?: Maybe<_RefType['Message']>, latestOrder?: Maybe<_RefType['Order']>, messages: _RefType['MessageConnection'], orders: _RefType['OrderConnection'], timeline: _RefType['TimelineConnection'] } )
    | ( Omit<ConversationEvent, 'actor' | 'conversation'> & { actor: _RefType['Actor'], conversation: _RefType['Conversation'] } )
    | ( Omit<Customer, 'facts' | 'orders'> & { facts: _RefType['CustomerFactConnection'], orders: _RefType['OrderConnection'] } )
    | ( Omit<CustomerFact, 'createdBy' | 'customer' | 'message'> & { createdBy: _RefType['Actor'], customer: _RefType['Customer'], message?: Maybe<_RefType['Message']> } )
    | ( CustomerIdentity )
    | ( Omit<EvaluationRun, 'createdBy' | 'promptVersion' | 'results'> & { createdBy: _RefType['Actor'], promptVersion?: Maybe<_RefType['PromptVersion']>, results: _RefType['EvaluationResultConnection'] } )
    | ( KnowledgeChunk )
    | ( KnowledgeDoc )
    | ( Omit<KnowledgeGap, 'questions'> & { questions: _RefType['KnowledgeGapQuestionConnection'] } )
    | ( Omit<LearnedAlias, 'customer' | 'order'> & { customer?: Maybe<_RefType['Customer']>, order?: Maybe<_RefType['Order']> } )
    | ( Omit<LearnedExample, 'customer' | 'order'> & { customer?: Maybe<_RefType['Customer']>, order?: Maybe<_RefType['Order']> } )
    | ( Membership )
    | ( Omit<Message, 'author' | 'content' | 'conversation' | 'replyTo'> & { author: _RefType['Actor'], content: _RefType['MessageContent'], conversation: _RefType['Conversation'], replyTo?: Maybe<_RefType['Message']> } )
    | ( Omit<MessagePiiFinding, 'message' | 'review'> & { message?: Maybe<_RefType['Message']>, review?: Maybe<_RefType['PiiReview']> } )
    | ( Omit<Order, 'changeProposals' | 'claim' | 'confirmedBy' | 'conversation' | 'createdBy' | 'customer' | 'lines' | 'possibleDuplicateOf' | 'repeats' | 'sourceMessages'> & { changeProposals: ReadonlyArray<_RefType['OrderChangeProposal']>, claim?: Maybe<_RefType['OrderReviewClaim']>, confirmedBy?: Maybe<_RefType['Actor']>, conversation?: Maybe<_RefType['Conversation']>, createdBy: _RefType['Actor'], customer: _RefType['Customer'], lines: ReadonlyArray<_RefType['OrderLine']>, possibleDuplicateOf?: Maybe<_RefType['Order']>, repeats?: Maybe<_RefType['Order']>, sourceMessages?: Maybe<ReadonlyArray<_RefType['Message']>> } )
    | ( Omit<OrderChangeProposal, 'decidedBy' | 'order'> & { decidedBy?: Maybe<_RefType['Actor']>, order: _RefType['Order'] } )
    | ( PiiRule )
    | ( Product )
    | ( ProductVariant )
    | ( Omit<Prompt, 'release' | 'releases' | 'versions'> & { release?: Maybe<_RefType['PromptRelease']>, releases: _RefType['PromptReleaseConnection'], versions: _RefType['PromptVersionConnection'] } )
    | ( Omit<PromptVersion, 'createdBy' | 'prompt'> & { createdBy: _RefType['Actor'], prompt: _RefType['Prompt'] } )
    | ( Tenant )
    | ( User )
  ;
  UserError:
    | ( ClaimedByOther )
    | ( EvaluationWorse )
    | ( InvalidInput )
    | ( NotFound )
    | ( OrderNotEditable )
    | ( OrderNotInReview )
    | ( OrderTransitionRefused )
    | ( Refusal )
    | ( VersionConflict )
    | ( WindowClosed )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  Agent: ResolverTypeWrapper<Omit<Agent, 'shadowReadings'> & { shadowReadings: ResolversTypes['ShadowReadingConnection'] }>;
  AgentConnection: ResolverTypeWrapper<Omit<AgentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgentEdge']>, nodes: ReadonlyArray<ResolversTypes['Agent']> }>;
  AgentCreateInput: AgentCreateInput;
  AgentEdge: ResolverTypeWrapper<Omit<AgentEdge, 'node'> & { node: ResolversTypes['Agent'] }>;
  AgentMode: AgentMode;
  AgentPayload: ResolverTypeWrapper<Omit<AgentPayload, 'agent' | 'errors'> & { agent?: Maybe<ResolversTypes['Agent']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AgentScore: ResolverTypeWrapper<AgentScore>;
  AgentTool: AgentTool;
  AgentUpdateInput: AgentUpdateInput;
  AiBudget: ResolverTypeWrapper<AiBudget>;
  AiChannelCosts: ResolverTypeWrapper<AiChannelCosts>;
  AiOrderCosts: ResolverTypeWrapper<AiOrderCosts>;
  AiOutcome: AiOutcome;
  AiRating: ResolverTypeWrapper<Omit<AiRating, 'by'> & { by: ResolversTypes['Actor'] }>;
  AiRatingInput: AiRatingInput;
  AiResponse: ResolverTypeWrapper<Omit<AiResponse, 'agent' | 'conversation' | 'promptVersion' | 'ratings'> & { agent?: Maybe<ResolversTypes['Agent']>, conversation: ResolversTypes['Conversation'], promptVersion?: Maybe<ResolversTypes['PromptVersion']>, ratings: ReadonlyArray<ResolversTypes['AiRating']> }>;
  AiResponseConnection: ResolverTypeWrapper<Omit<AiResponseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AiResponseEdge']>, nodes: ReadonlyArray<ResolversTypes['AiResponse']> }>;
  AiResponseEdge: ResolverTypeWrapper<Omit<AiResponseEdge, 'node'> & { node: ResolversTypes['AiResponse'] }>;
  AiResponseFilter: AiResponseFilter;
  AiResponseRatePayload: ResolverTypeWrapper<Omit<AiResponseRatePayload, 'aiResponse' | 'errors'> & { aiResponse?: Maybe<ResolversTypes['AiResponse']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AiTask: AiTask;
  AiUsage: ResolverTypeWrapper<Omit<AiUsage, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AiUsagePeriod: AiUsagePeriod;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ApiKey: ResolverTypeWrapper<Omit<ApiKey, 'createdBy'> & { createdBy: ResolversTypes['Actor'] }>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ApiKeyEdge']>, nodes: ReadonlyArray<ResolversTypes['ApiKey']> }>;
  ApiKeyCreateInput: ApiKeyCreateInput;
  ApiKeyCreatePayload: ResolverTypeWrapper<Omit<ApiKeyCreatePayload, 'apiKey' | 'errors'> & { apiKey?: Maybe<ResolversTypes['ApiKey']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyRevokePayload: ResolverTypeWrapper<Omit<ApiKeyRevokePayload, 'apiKey' | 'errors'> & { apiKey?: Maybe<ResolversTypes['ApiKey']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AssistantActor: ResolverTypeWrapper<AssistantActor>;
  AssistantSwitch: AssistantSwitch;
  AssistantSwitchPayload: ResolverTypeWrapper<Omit<AssistantSwitchPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AssistantSwitchedEvent: ResolverTypeWrapper<Omit<AssistantSwitchedEvent, 'actor' | 'agent'> & { actor: ResolversTypes['Actor'], agent?: Maybe<ResolversTypes['Agent']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BotReason: BotReason;
  BotState: BotState;
  BuiltInPrompt: ResolverTypeWrapper<BuiltInPrompt>;
  CalibrationPoint: ResolverTypeWrapper<CalibrationPoint>;
  CartContent: ResolverTypeWrapper<CartContent>;
  CartItem: ResolverTypeWrapper<CartItem>;
  Category: ResolverTypeWrapper<Category>;
  CategoryConnection: ResolverTypeWrapper<CategoryConnection>;
  CategoryEdge: ResolverTypeWrapper<CategoryEdge>;
  ChannelAccount: ResolverTypeWrapper<ChannelAccount>;
  ChannelAccountConnectInput: ChannelAccountConnectInput;
  ChannelAccountConnectPayload: ResolverTypeWrapper<Omit<ChannelAccountConnectPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ChannelAccountConnection: ResolverTypeWrapper<ChannelAccountConnection>;
  ChannelAccountEdge: ResolverTypeWrapper<ChannelAccountEdge>;
  ChannelAccountHealth: ResolverTypeWrapper<ChannelAccountHealth>;
  ChannelAccountStatus: ChannelAccountStatus;
  ChannelAccountUpdateInput: ChannelAccountUpdateInput;
  ChannelAccountUpdatePayload: ResolverTypeWrapper<Omit<ChannelAccountUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ChannelType: ChannelType;
  ChoiceContent: ResolverTypeWrapper<ChoiceContent>;
  Citation: ResolverTypeWrapper<Citation>;
  CitationStaleReason: CitationStaleReason;
  ClaimedByOther: ResolverTypeWrapper<ClaimedByOther>;
  ClientDocument: ResolverTypeWrapper<Omit<ClientDocument, 'trustedBy'> & { trustedBy?: Maybe<ResolversTypes['Actor']> }>;
  ClientDocumentConnection: ResolverTypeWrapper<Omit<ClientDocumentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ClientDocumentEdge']>, nodes: ReadonlyArray<ResolversTypes['ClientDocument']> }>;
  ClientDocumentDeletePayload: ResolverTypeWrapper<Omit<ClientDocumentDeletePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ClientDocumentEdge: ResolverTypeWrapper<Omit<ClientDocumentEdge, 'node'> & { node: ResolversTypes['ClientDocument'] }>;
  ClientDocumentFilter: ClientDocumentFilter;
  ClientDocumentStatus: ClientDocumentStatus;
  ConfidenceCalibration: ResolverTypeWrapper<ConfidenceCalibration>;
  ContactCard: ResolverTypeWrapper<ContactCard>;
  ContactsContent: ResolverTypeWrapper<ContactsContent>;
  Conversation: ResolverTypeWrapper<Omit<Conversation, 'aiResponses' | 'customer' | 'lastMessage' | 'latestOrder' | 'messages' | 'orders' | 'timeline'> & { aiResponses: ResolversTypes['AiResponseConnection'], customer: ResolversTypes['Customer'], lastMessage?: Maybe<ResolversTypes['Message']>, latestOrder?: Maybe<ResolversTypes['Order']>, messages: ResolversTypes['MessageConnection'], orders: ResolversTypes['OrderConnection'], timeline: ResolversTypes['TimelineConnection'] }>;
  ConversationAssignPayload: ResolverTypeWrapper<Omit<ConversationAssignPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationBot: ResolverTypeWrapper<ConversationBot>;
  ConversationBotSetPayload: ResolverTypeWrapper<Omit<ConversationBotSetPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationChangedEvent: ResolverTypeWrapper<Omit<ConversationChangedEvent, 'actor' | 'conversation'> & { actor: ResolversTypes['Actor'], conversation: ResolversTypes['Conversation'] }>;
  ConversationConnection: ResolverTypeWrapper<Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ConversationEdge']>, nodes: ReadonlyArray<ResolversTypes['Conversation']> }>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationEvent: ResolverTypeWrapper<Omit<ConversationEvent, 'actor' | 'conversation'> & { actor: ResolversTypes['Actor'], conversation: ResolversTypes['Conversation'] }>;
  ConversationEventType: ConversationEventType;
  ConversationFilter: ConversationFilter;
  ConversationMarkReadPayload: ResolverTypeWrapper<Omit<ConversationMarkReadPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationPendPayload: ResolverTypeWrapper<Omit<ConversationPendPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationReopenPayload: ResolverTypeWrapper<Omit<ConversationReopenPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationResolvePayload: ResolverTypeWrapper<Omit<ConversationResolvePayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationSnoozePayload: ResolverTypeWrapper<Omit<ConversationSnoozePayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationStatus: ConversationStatus;
  ConversationStatusChange: ResolverTypeWrapper<ConversationStatusChange>;
  ConversationSummarisePayload: ResolverTypeWrapper<Omit<ConversationSummarisePayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConversationSummary: ResolverTypeWrapper<ConversationSummary>;
  CostExplanation: ResolverTypeWrapper<CostExplanation>;
  CostMeasure: ResolverTypeWrapper<CostMeasure>;
  CostPart: ResolverTypeWrapper<CostPart>;
  CostRefusal: ResolverTypeWrapper<CostRefusal>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'facts' | 'orders'> & { facts: ResolversTypes['CustomerFactConnection'], orders: ResolversTypes['OrderConnection'] }>;
  CustomerActor: ResolverTypeWrapper<Omit<CustomerActor, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  CustomerConnection: ResolverTypeWrapper<Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CustomerEdge']>, nodes: ReadonlyArray<ResolversTypes['Customer']> }>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFact: ResolverTypeWrapper<Omit<CustomerFact, 'createdBy' | 'customer' | 'message'> & { createdBy: ResolversTypes['Actor'], customer: ResolversTypes['Customer'], message?: Maybe<ResolversTypes['Message']> }>;
  CustomerFactConnection: ResolverTypeWrapper<Omit<CustomerFactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CustomerFactEdge']>, nodes: ReadonlyArray<ResolversTypes['CustomerFact']> }>;
  CustomerFactEdge: ResolverTypeWrapper<Omit<CustomerFactEdge, 'node'> & { node: ResolversTypes['CustomerFact'] }>;
  CustomerFactErasePayload: ResolverTypeWrapper<Omit<CustomerFactErasePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CustomerFactInput: CustomerFactInput;
  CustomerFactPayload: ResolverTypeWrapper<Omit<CustomerFactPayload, 'errors' | 'fact'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, fact?: Maybe<ResolversTypes['CustomerFact']> }>;
  CustomerFactState: CustomerFactState;
  CustomerFactUpdateInput: CustomerFactUpdateInput;
  CustomerFilter: CustomerFilter;
  CustomerIdentity: ResolverTypeWrapper<CustomerIdentity>;
  CustomerOrder: CustomerOrder;
  CustomerUpdateInput: CustomerUpdateInput;
  CustomerUpdatePayload: ResolverTypeWrapper<Omit<CustomerUpdatePayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversTypes['Customer']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeletionContent: ResolverTypeWrapper<DeletionContent>;
  EditContent: ResolverTypeWrapper<EditContent>;
  ErrorCode: ErrorCode;
  EvaluationFigures: ResolverTypeWrapper<EvaluationFigures>;
  EvaluationProgressEvent: ResolverTypeWrapper<Omit<EvaluationProgressEvent, 'actor' | 'evaluationRun'> & { actor: ResolversTypes['Actor'], evaluationRun: ResolversTypes['EvaluationRun'] }>;
  EvaluationResult: ResolverTypeWrapper<Omit<EvaluationResult, 'example'> & { example: ResolversTypes['LearnedExample'] }>;
  EvaluationResultConnection: ResolverTypeWrapper<Omit<EvaluationResultConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EvaluationResultEdge']>, nodes: ReadonlyArray<ResolversTypes['EvaluationResult']> }>;
  EvaluationResultEdge: ResolverTypeWrapper<Omit<EvaluationResultEdge, 'node'> & { node: ResolversTypes['EvaluationResult'] }>;
  EvaluationRun: ResolverTypeWrapper<Omit<EvaluationRun, 'createdBy' | 'promptVersion' | 'results'> & { createdBy: ResolversTypes['Actor'], promptVersion?: Maybe<ResolversTypes['PromptVersion']>, results: ResolversTypes['EvaluationResultConnection'] }>;
  EvaluationRunConnection: ResolverTypeWrapper<Omit<EvaluationRunConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EvaluationRunEdge']>, nodes: ReadonlyArray<ResolversTypes['EvaluationRun']> }>;
  EvaluationRunEdge: ResolverTypeWrapper<Omit<EvaluationRunEdge, 'node'> & { node: ResolversTypes['EvaluationRun'] }>;
  EvaluationRunInput: EvaluationRunInput;
  EvaluationRunPayload: ResolverTypeWrapper<Omit<EvaluationRunPayload, 'errors' | 'evaluationRun'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, evaluationRun?: Maybe<ResolversTypes['EvaluationRun']> }>;
  EvaluationState: EvaluationState;
  EvaluationWorse: ResolverTypeWrapper<EvaluationWorse>;
  ExtractedLine: ResolverTypeWrapper<Omit<ExtractedLine, 'candidates'> & { candidates: ReadonlyArray<ResolversTypes['ProductCandidate']> }>;
  ExtractedOption: ResolverTypeWrapper<ExtractedOption>;
  FailedJob: ResolverTypeWrapper<FailedJob>;
  FailedJobReplayPayload: ResolverTypeWrapper<Omit<FailedJobReplayPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FlowContent: ResolverTypeWrapper<FlowContent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdentityKind: IdentityKind;
  InboxEvent: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InboxEvent']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KnowledgeChunk: ResolverTypeWrapper<KnowledgeChunk>;
  KnowledgeChunkConnection: ResolverTypeWrapper<KnowledgeChunkConnection>;
  KnowledgeChunkEdge: ResolverTypeWrapper<KnowledgeChunkEdge>;
  KnowledgeDoc: ResolverTypeWrapper<KnowledgeDoc>;
  KnowledgeDocConnection: ResolverTypeWrapper<KnowledgeDocConnection>;
  KnowledgeDocDeletePayload: ResolverTypeWrapper<Omit<KnowledgeDocDeletePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  KnowledgeDocEdge: ResolverTypeWrapper<KnowledgeDocEdge>;
  KnowledgeDocFilter: KnowledgeDocFilter;
  KnowledgeDocFromUrlInput: KnowledgeDocFromUrlInput;
  KnowledgeDocHidePayload: ResolverTypeWrapper<Omit<KnowledgeDocHidePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  KnowledgeDocImportInput: KnowledgeDocImportInput;
  KnowledgeDocImportPayload: ResolverTypeWrapper<Omit<KnowledgeDocImportPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  KnowledgeDocInput: KnowledgeDocInput;
  KnowledgeDocScope: KnowledgeDocScope;
  KnowledgeDocSourcePayload: ResolverTypeWrapper<Omit<KnowledgeDocSourcePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  KnowledgeDocStatus: KnowledgeDocStatus;
  KnowledgeEmbedding: ResolverTypeWrapper<KnowledgeEmbedding>;
  KnowledgeEmbeddingBuild: ResolverTypeWrapper<KnowledgeEmbeddingBuild>;
  KnowledgeFormat: KnowledgeFormat;
  KnowledgeGap: ResolverTypeWrapper<Omit<KnowledgeGap, 'questions'> & { questions: ResolversTypes['KnowledgeGapQuestionConnection'] }>;
  KnowledgeGapApproveInput: KnowledgeGapApproveInput;
  KnowledgeGapConnection: ResolverTypeWrapper<Omit<KnowledgeGapConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['KnowledgeGapEdge']>, nodes: ReadonlyArray<ResolversTypes['KnowledgeGap']> }>;
  KnowledgeGapDismissInput: KnowledgeGapDismissInput;
  KnowledgeGapDraft: ResolverTypeWrapper<KnowledgeGapDraft>;
  KnowledgeGapDraftOrigin: KnowledgeGapDraftOrigin;
  KnowledgeGapEdge: ResolverTypeWrapper<Omit<KnowledgeGapEdge, 'node'> & { node: ResolversTypes['KnowledgeGap'] }>;
  KnowledgeGapFilter: KnowledgeGapFilter;
  KnowledgeGapPayload: ResolverTypeWrapper<Omit<KnowledgeGapPayload, 'errors' | 'gap'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, gap?: Maybe<ResolversTypes['KnowledgeGap']> }>;
  KnowledgeGapQuestion: ResolverTypeWrapper<Omit<KnowledgeGapQuestion, 'conversation'> & { conversation?: Maybe<ResolversTypes['Conversation']> }>;
  KnowledgeGapQuestionConnection: ResolverTypeWrapper<Omit<KnowledgeGapQuestionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['KnowledgeGapQuestionEdge']>, nodes: ReadonlyArray<ResolversTypes['KnowledgeGapQuestion']> }>;
  KnowledgeGapQuestionEdge: ResolverTypeWrapper<Omit<KnowledgeGapQuestionEdge, 'node'> & { node: ResolversTypes['KnowledgeGapQuestion'] }>;
  KnowledgeGapStatus: KnowledgeGapStatus;
  KnowledgeHighlight: ResolverTypeWrapper<KnowledgeHighlight>;
  KnowledgeHit: ResolverTypeWrapper<KnowledgeHit>;
  KnowledgeReembedPayload: ResolverTypeWrapper<Omit<KnowledgeReembedPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  KnowledgeSource: ResolverTypeWrapper<KnowledgeSource>;
  KnowledgeSourceKind: KnowledgeSourceKind;
  LearnedAlias: ResolverTypeWrapper<Omit<LearnedAlias, 'customer' | 'order'> & { customer?: Maybe<ResolversTypes['Customer']>, order?: Maybe<ResolversTypes['Order']> }>;
  LearnedAliasConnection: ResolverTypeWrapper<Omit<LearnedAliasConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LearnedAliasEdge']>, nodes: ReadonlyArray<ResolversTypes['LearnedAlias']> }>;
  LearnedAliasCreateInput: LearnedAliasCreateInput;
  LearnedAliasEdge: ResolverTypeWrapper<Omit<LearnedAliasEdge, 'node'> & { node: ResolversTypes['LearnedAlias'] }>;
  LearnedAliasFilter: LearnedAliasFilter;
  LearnedAliasPayload: ResolverTypeWrapper<Omit<LearnedAliasPayload, 'alias' | 'errors'> & { alias?: Maybe<ResolversTypes['LearnedAlias']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  LearnedAliasSource: LearnedAliasSource;
  LearnedAliasUpdateInput: LearnedAliasUpdateInput;
  LearnedExample: ResolverTypeWrapper<Omit<LearnedExample, 'customer' | 'order'> & { customer?: Maybe<ResolversTypes['Customer']>, order?: Maybe<ResolversTypes['Order']> }>;
  LearnedExampleConnection: ResolverTypeWrapper<Omit<LearnedExampleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LearnedExampleEdge']>, nodes: ReadonlyArray<ResolversTypes['LearnedExample']> }>;
  LearnedExampleEdge: ResolverTypeWrapper<Omit<LearnedExampleEdge, 'node'> & { node: ResolversTypes['LearnedExample'] }>;
  LearnedExampleFilter: LearnedExampleFilter;
  LearnedExamplePayload: ResolverTypeWrapper<Omit<LearnedExamplePayload, 'errors' | 'example'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, example?: Maybe<ResolversTypes['LearnedExample']> }>;
  LearnedExampleSource: LearnedExampleSource;
  LearnedExampleUpdateInput: LearnedExampleUpdateInput;
  LearnedState: LearnedState;
  LiveEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['LiveEvent']>;
  LocationContent: ResolverTypeWrapper<LocationContent>;
  LoginPayload: ResolverTypeWrapper<Omit<LoginPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  LogoutPayload: ResolverTypeWrapper<Omit<LogoutPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Long: ResolverTypeWrapper<Scalars['Long']['output']>;
  MediaContent: ResolverTypeWrapper<MediaContent>;
  MemberAddInput: MemberAddInput;
  MemberAddPayload: ResolverTypeWrapper<Omit<MemberAddPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  MemberFilter: MemberFilter;
  MemberIdentity: ResolverTypeWrapper<MemberIdentity>;
  MemberIdentityInput: MemberIdentityInput;
  MemberIdentityLinkPayload: ResolverTypeWrapper<Omit<MemberIdentityLinkPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  MemberIdentityUnlinkPayload: ResolverTypeWrapper<Omit<MemberIdentityUnlinkPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  MemberRemovePayload: ResolverTypeWrapper<Omit<MemberRemovePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  MemberUpdateInput: MemberUpdateInput;
  MemberUpdatePayload: ResolverTypeWrapper<Omit<MemberUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Membership: ResolverTypeWrapper<Membership>;
  MembershipConnection: ResolverTypeWrapper<MembershipConnection>;
  MembershipEdge: ResolverTypeWrapper<MembershipEdge>;
  Message: ResolverTypeWrapper<Omit<Message, 'author' | 'content' | 'conversation' | 'replyTo'> & { author: ResolversTypes['Actor'], content: ResolversTypes['MessageContent'], conversation: ResolversTypes['Conversation'], replyTo?: Maybe<ResolversTypes['Message']> }>;
  MessageAddedEvent: ResolverTypeWrapper<Omit<MessageAddedEvent, 'actor' | 'message'> & { actor: ResolversTypes['Actor'], message: ResolversTypes['Message'] }>;
  MessageChangedEvent: ResolverTypeWrapper<Omit<MessageChangedEvent, 'actor' | 'message'> & { actor: ResolversTypes['Actor'], message: ResolversTypes['Message'] }>;
  MessageConnection: ResolverTypeWrapper<Omit<MessageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MessageEdge']>, nodes: ReadonlyArray<ResolversTypes['Message']> }>;
  MessageContent: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MessageContent']>;
  MessageDirection: MessageDirection;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageError: ResolverTypeWrapper<MessageError>;
  MessageIntent: MessageIntent;
  MessageKind: MessageKind;
  MessagePiiFinding: ResolverTypeWrapper<Omit<MessagePiiFinding, 'message' | 'review'> & { message?: Maybe<ResolversTypes['Message']>, review?: Maybe<ResolversTypes['PiiReview']> }>;
  MessagePiiFindingConnection: ResolverTypeWrapper<Omit<MessagePiiFindingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MessagePiiFindingEdge']>, nodes: ReadonlyArray<ResolversTypes['MessagePiiFinding']> }>;
  MessagePiiFindingEdge: ResolverTypeWrapper<Omit<MessagePiiFindingEdge, 'node'> & { node: ResolversTypes['MessagePiiFinding'] }>;
  MessageReferral: ResolverTypeWrapper<MessageReferral>;
  MessageSendInput: MessageSendInput;
  MessageSendPayload: ResolverTypeWrapper<Omit<MessageSendPayload, 'errors' | 'message'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, message?: Maybe<ResolversTypes['Message']> }>;
  MessageStatus: MessageStatus;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  OpeningHours: ResolverTypeWrapper<OpeningHours>;
  OpeningHoursInput: OpeningHoursInput;
  Order: ResolverTypeWrapper<Omit<Order, 'changeProposals' | 'claim' | 'confirmedBy' | 'conversation' | 'createdBy' | 'customer' | 'lines' | 'possibleDuplicateOf' | 'repeats' | 'sourceMessages'> & { changeProposals: ReadonlyArray<ResolversTypes['OrderChangeProposal']>, claim?: Maybe<ResolversTypes['OrderReviewClaim']>, confirmedBy?: Maybe<ResolversTypes['Actor']>, conversation?: Maybe<ResolversTypes['Conversation']>, createdBy: ResolversTypes['Actor'], customer: ResolversTypes['Customer'], lines: ReadonlyArray<ResolversTypes['OrderLine']>, possibleDuplicateOf?: Maybe<ResolversTypes['Order']>, repeats?: Maybe<ResolversTypes['Order']>, sourceMessages?: Maybe<ReadonlyArray<ResolversTypes['Message']>> }>;
  OrderCancelPayload: ResolverTypeWrapper<Omit<OrderCancelPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderChangeKind: OrderChangeKind;
  OrderChangeProposal: ResolverTypeWrapper<Omit<OrderChangeProposal, 'decidedBy' | 'order'> & { decidedBy?: Maybe<ResolversTypes['Actor']>, order: ResolversTypes['Order'] }>;
  OrderChangeProposalAcceptPayload: ResolverTypeWrapper<Omit<OrderChangeProposalAcceptPayload, 'errors' | 'proposal'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, proposal?: Maybe<ResolversTypes['OrderChangeProposal']> }>;
  OrderChangeProposalConnection: ResolverTypeWrapper<Omit<OrderChangeProposalConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['OrderChangeProposalEdge']>, nodes: ReadonlyArray<ResolversTypes['OrderChangeProposal']> }>;
  OrderChangeProposalEdge: ResolverTypeWrapper<Omit<OrderChangeProposalEdge, 'node'> & { node: ResolversTypes['OrderChangeProposal'] }>;
  OrderChangeProposalRejectPayload: ResolverTypeWrapper<Omit<OrderChangeProposalRejectPayload, 'errors' | 'proposal'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, proposal?: Maybe<ResolversTypes['OrderChangeProposal']> }>;
  OrderChangeState: OrderChangeState;
  OrderConfirmPayload: ResolverTypeWrapper<Omit<OrderConfirmPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['OrderEdge']>, nodes: ReadonlyArray<ResolversTypes['Order']> }>;
  OrderCreateInput: OrderCreateInput;
  OrderCreatePayload: ResolverTypeWrapper<Omit<OrderCreatePayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderExtraction: ResolverTypeWrapper<Omit<OrderExtraction, 'lines'> & { lines: ReadonlyArray<ResolversTypes['ExtractedLine']> }>;
  OrderFilter: OrderFilter;
  OrderFulfilmentStatus: OrderFulfilmentStatus;
  OrderHoldPayload: ResolverTypeWrapper<Omit<OrderHoldPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderLine: ResolverTypeWrapper<Omit<OrderLine, 'candidates' | 'learnedFrom'> & { candidates: ReadonlyArray<ResolversTypes['ProductCandidate']>, learnedFrom?: Maybe<ResolversTypes['LearnedAlias']> }>;
  OrderLineInput: OrderLineInput;
  OrderLineOption: ResolverTypeWrapper<OrderLineOption>;
  OrderLineOptionInput: OrderLineOptionInput;
  OrderLineSource: OrderLineSource;
  OrderLineVariant: ResolverTypeWrapper<OrderLineVariant>;
  OrderLinesEditPayload: ResolverTypeWrapper<Omit<OrderLinesEditPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderNotEditable: ResolverTypeWrapper<OrderNotEditable>;
  OrderNotInReview: ResolverTypeWrapper<OrderNotInReview>;
  OrderRejectPayload: ResolverTypeWrapper<Omit<OrderRejectPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderReviewClaim: ResolverTypeWrapper<Omit<OrderReviewClaim, 'by'> & { by: ResolversTypes['Actor'] }>;
  OrderReviewClaimPayload: ResolverTypeWrapper<Omit<OrderReviewClaimPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderReviewEvent: ResolverTypeWrapper<Omit<OrderReviewEvent, 'actor' | 'order'> & { actor: ResolversTypes['Actor'], order: ResolversTypes['Order'] }>;
  OrderReviewEventType: OrderReviewEventType;
  OrderReviewReleasePayload: ResolverTypeWrapper<Omit<OrderReviewReleasePayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderSort: OrderSort;
  OrderSource: OrderSource;
  OrderStatus: OrderStatus;
  OrderTransitionPayload: ResolverTypeWrapper<Omit<OrderTransitionPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderTransitionRefused: ResolverTypeWrapper<OrderTransitionRefused>;
  OutsideHours: OutsideHours;
  OwnPromptLevel: OwnPromptLevel;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PasswordChangePayload: ResolverTypeWrapper<Omit<PasswordChangePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Permission: ResolverTypeWrapper<Permission>;
  PiiDecision: PiiDecision;
  PiiFinding: ResolverTypeWrapper<PiiFinding>;
  PiiFindingFilter: PiiFindingFilter;
  PiiFindingReviewPayload: ResolverTypeWrapper<Omit<PiiFindingReviewPayload, 'errors' | 'finding'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, finding?: Maybe<ResolversTypes['MessagePiiFinding']> }>;
  PiiFindingState: PiiFindingState;
  PiiReview: ResolverTypeWrapper<Omit<PiiReview, 'by'> & { by: ResolversTypes['Actor'] }>;
  PiiRule: ResolverTypeWrapper<PiiRule>;
  PiiRuleConnection: ResolverTypeWrapper<PiiRuleConnection>;
  PiiRuleEdge: ResolverTypeWrapper<PiiRuleEdge>;
  PiiRuleEffect: PiiRuleEffect;
  PiiRuleInput: PiiRuleInput;
  PiiRulePayload: ResolverTypeWrapper<Omit<PiiRulePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  PiiRuleState: PiiRuleState;
  PiiType: PiiType;
  Product: ResolverTypeWrapper<Product>;
  ProductArchivePayload: ResolverTypeWrapper<Omit<ProductArchivePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ProductCandidate: ResolverTypeWrapper<ProductCandidate>;
  ProductConnection: ResolverTypeWrapper<ProductConnection>;
  ProductEdge: ResolverTypeWrapper<ProductEdge>;
  ProductFilter: ProductFilter;
  ProductImportInput: ProductImportInput;
  ProductImportPayload: ResolverTypeWrapper<Omit<ProductImportPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ProductInput: ProductInput;
  ProductOption: ResolverTypeWrapper<ProductOption>;
  ProductOptionGroup: ResolverTypeWrapper<ProductOptionGroup>;
  ProductOptionGroupInput: ProductOptionGroupInput;
  ProductOptionInput: ProductOptionInput;
  ProductPack: ResolverTypeWrapper<ProductPack>;
  ProductPackInput: ProductPackInput;
  ProductUpdateInput: ProductUpdateInput;
  ProductUpdatePayload: ResolverTypeWrapper<Omit<ProductUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  ProductVariantInput: ProductVariantInput;
  Prompt: ResolverTypeWrapper<Omit<Prompt, 'release' | 'releases' | 'versions'> & { release?: Maybe<ResolversTypes['PromptRelease']>, releases: ResolversTypes['PromptReleaseConnection'], versions: ResolversTypes['PromptVersionConnection'] }>;
  PromptConnection: ResolverTypeWrapper<Omit<PromptConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PromptEdge']>, nodes: ReadonlyArray<ResolversTypes['Prompt']> }>;
  PromptEdge: ResolverTypeWrapper<Omit<PromptEdge, 'node'> & { node: ResolversTypes['Prompt'] }>;
  PromptInForce: ResolverTypeWrapper<Omit<PromptInForce, 'version'> & { version?: Maybe<ResolversTypes['PromptVersion']> }>;
  PromptLevel: PromptLevel;
  PromptRelease: ResolverTypeWrapper<Omit<PromptRelease, 'createdBy' | 'shares'> & { createdBy: ResolversTypes['Actor'], shares: ReadonlyArray<ResolversTypes['PromptShare']> }>;
  PromptReleaseConnection: ResolverTypeWrapper<Omit<PromptReleaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PromptReleaseEdge']>, nodes: ReadonlyArray<ResolversTypes['PromptRelease']> }>;
  PromptReleaseEdge: ResolverTypeWrapper<Omit<PromptReleaseEdge, 'node'> & { node: ResolversTypes['PromptRelease'] }>;
  PromptReleaseInput: PromptReleaseInput;
  PromptReleasePayload: ResolverTypeWrapper<Omit<PromptReleasePayload, 'errors' | 'prompt'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, prompt?: Maybe<ResolversTypes['Prompt']> }>;
  PromptShare: ResolverTypeWrapper<Omit<PromptShare, 'version'> & { version: ResolversTypes['PromptVersion'] }>;
  PromptShareInput: PromptShareInput;
  PromptVariable: ResolverTypeWrapper<PromptVariable>;
  PromptVariableInput: PromptVariableInput;
  PromptVariableType: PromptVariableType;
  PromptVersion: ResolverTypeWrapper<Omit<PromptVersion, 'createdBy' | 'prompt'> & { createdBy: ResolversTypes['Actor'], prompt: ResolversTypes['Prompt'] }>;
  PromptVersionConnection: ResolverTypeWrapper<Omit<PromptVersionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PromptVersionEdge']>, nodes: ReadonlyArray<ResolversTypes['PromptVersion']> }>;
  PromptVersionCreateInput: PromptVersionCreateInput;
  PromptVersionEdge: ResolverTypeWrapper<Omit<PromptVersionEdge, 'node'> & { node: ResolversTypes['PromptVersion'] }>;
  PromptVersionPayload: ResolverTypeWrapper<Omit<PromptVersionPayload, 'errors' | 'version'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, version?: Maybe<ResolversTypes['PromptVersion']> }>;
  PromptVersionState: PromptVersionState;
  ProposedLineVariant: ResolverTypeWrapper<ProposedLineVariant>;
  ProposedOrderLine: ResolverTypeWrapper<ProposedOrderLine>;
  QuarantineReason: QuarantineReason;
  QuarantinedEvent: ResolverTypeWrapper<QuarantinedEvent>;
  QuarantinedEventConnection: ResolverTypeWrapper<QuarantinedEventConnection>;
  QuarantinedEventEdge: ResolverTypeWrapper<QuarantinedEventEdge>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rating: Rating;
  ReactionContent: ResolverTypeWrapper<ReactionContent>;
  Refusal: ResolverTypeWrapper<Refusal>;
  ReplySuggestion: ResolverTypeWrapper<Omit<ReplySuggestion, 'aiResponse'> & { aiResponse?: Maybe<ResolversTypes['AiResponse']> }>;
  ReplySuggestionEvent: ResolverTypeWrapper<Omit<ReplySuggestionEvent, 'errors' | 'suggestion'> & { errors: ReadonlyArray<ResolversTypes['UserError']>, suggestion?: Maybe<ResolversTypes['ReplySuggestion']> }>;
  ReplyWindow: ResolverTypeWrapper<ReplyWindow>;
  ReviewReason: ResolverTypeWrapper<ReviewReason>;
  ReviewReasonCode: ReviewReasonCode;
  Role: Role;
  SaidAmount: ResolverTypeWrapper<SaidAmount>;
  Session: ResolverTypeWrapper<Session>;
  SessionConnection: ResolverTypeWrapper<SessionConnection>;
  SessionEdge: ResolverTypeWrapper<SessionEdge>;
  SessionRefreshPayload: ResolverTypeWrapper<Omit<SessionRefreshPayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SessionRevokePayload: ResolverTypeWrapper<Omit<SessionRevokePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ShadowReading: ResolverTypeWrapper<Omit<ShadowReading, 'order'> & { order: ResolversTypes['Order'] }>;
  ShadowReadingConnection: ResolverTypeWrapper<Omit<ShadowReadingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ShadowReadingEdge']>, nodes: ReadonlyArray<ResolversTypes['ShadowReading']> }>;
  ShadowReadingEdge: ResolverTypeWrapper<Omit<ShadowReadingEdge, 'node'> & { node: ResolversTypes['ShadowReading'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SystemActor: ResolverTypeWrapper<SystemActor>;
  SystemContent: ResolverTypeWrapper<SystemContent>;
  Tenant: ResolverTypeWrapper<Tenant>;
  TenantTier: TenantTier;
  TenantUpdateInput: TenantUpdateInput;
  TenantUpdatePayload: ResolverTypeWrapper<Omit<TenantUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  TextContent: ResolverTypeWrapper<TextContent>;
  TextSpan: ResolverTypeWrapper<TextSpan>;
  ThresholdPreview: ResolverTypeWrapper<ThresholdPreview>;
  TimelineConnection: ResolverTypeWrapper<Omit<TimelineConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TimelineEdge']>, nodes: ReadonlyArray<ResolversTypes['TimelineEntry']> }>;
  TimelineEdge: ResolverTypeWrapper<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineEntry'] }>;
  TimelineEntry: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TimelineEntry']>;
  TrustedDocumentInput: TrustedDocumentInput;
  TrustedDocumentsRegisterInput: TrustedDocumentsRegisterInput;
  TrustedDocumentsRegisterPayload: ResolverTypeWrapper<Omit<TrustedDocumentsRegisterPayload, 'documents' | 'errors'> & { documents: ReadonlyArray<ResolversTypes['ClientDocument']>, errors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UnsupportedContent: ResolverTypeWrapper<UnsupportedContent>;
  UsageAlert: ResolverTypeWrapper<Omit<UsageAlert, 'actor'> & { actor: ResolversTypes['Actor'] }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  VersionConflict: ResolverTypeWrapper<VersionConflict>;
  Viewer: ResolverTypeWrapper<Viewer>;
  ViewerTenant: ResolverTypeWrapper<ViewerTenant>;
  WindowClosed: ResolverTypeWrapper<WindowClosed>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  Agent: Omit<Agent, 'shadowReadings'> & { shadowReadings: ResolversParentTypes['ShadowReadingConnection'] };
  AgentConnection: Omit<AgentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Agent']> };
  AgentCreateInput: AgentCreateInput;
  AgentEdge: Omit<AgentEdge, 'node'> & { node: ResolversParentTypes['Agent'] };
  AgentPayload: Omit<AgentPayload, 'agent' | 'errors'> & { agent?: Maybe<ResolversParentTypes['Agent']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AgentScore: AgentScore;
  AgentUpdateInput: AgentUpdateInput;
  AiBudget: AiBudget;
  AiChannelCosts: AiChannelCosts;
  AiOrderCosts: AiOrderCosts;
  AiRating: Omit<AiRating, 'by'> & { by: ResolversParentTypes['Actor'] };
  AiRatingInput: AiRatingInput;
  AiResponse: Omit<AiResponse, 'agent' | 'conversation' | 'promptVersion' | 'ratings'> & { agent?: Maybe<ResolversParentTypes['Agent']>, conversation: ResolversParentTypes['Conversation'], promptVersion?: Maybe<ResolversParentTypes['PromptVersion']>, ratings: ReadonlyArray<ResolversParentTypes['AiRating']> };
  AiResponseConnection: Omit<AiResponseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AiResponseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AiResponse']> };
  AiResponseEdge: Omit<AiResponseEdge, 'node'> & { node: ResolversParentTypes['AiResponse'] };
  AiResponseFilter: AiResponseFilter;
  AiResponseRatePayload: Omit<AiResponseRatePayload, 'aiResponse' | 'errors'> & { aiResponse?: Maybe<ResolversParentTypes['AiResponse']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AiUsage: Omit<AiUsage, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  ApiClient: ApiClient;
  ApiKey: Omit<ApiKey, 'createdBy'> & { createdBy: ResolversParentTypes['Actor'] };
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ApiKeyEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ApiKey']> };
  ApiKeyCreateInput: ApiKeyCreateInput;
  ApiKeyCreatePayload: Omit<ApiKeyCreatePayload, 'apiKey' | 'errors'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyRevokePayload: Omit<ApiKeyRevokePayload, 'apiKey' | 'errors'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AssistantActor: AssistantActor;
  AssistantSwitchPayload: Omit<AssistantSwitchPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AssistantSwitchedEvent: Omit<AssistantSwitchedEvent, 'actor' | 'agent'> & { actor: ResolversParentTypes['Actor'], agent?: Maybe<ResolversParentTypes['Agent']> };
  Boolean: Scalars['Boolean']['output'];
  BuiltInPrompt: BuiltInPrompt;
  CalibrationPoint: CalibrationPoint;
  CartContent: CartContent;
  CartItem: CartItem;
  Category: Category;
  CategoryConnection: CategoryConnection;
  CategoryEdge: CategoryEdge;
  ChannelAccount: ChannelAccount;
  ChannelAccountConnectInput: ChannelAccountConnectInput;
  ChannelAccountConnectPayload: Omit<ChannelAccountConnectPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ChannelAccountConnection: ChannelAccountConnection;
  ChannelAccountEdge: ChannelAccountEdge;
  ChannelAccountHealth: ChannelAccountHealth;
  ChannelAccountUpdateInput: ChannelAccountUpdateInput;
  ChannelAccountUpdatePayload: Omit<ChannelAccountUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ChoiceContent: ChoiceContent;
  Citation: Citation;
  ClaimedByOther: ClaimedByOther;
  ClientDocument: Omit<ClientDocument, 'trustedBy'> & { trustedBy?: Maybe<ResolversParentTypes['Actor']> };
  ClientDocumentConnection: Omit<ClientDocumentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ClientDocumentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ClientDocument']> };
  ClientDocumentDeletePayload: Omit<ClientDocumentDeletePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ClientDocumentEdge: Omit<ClientDocumentEdge, 'node'> & { node: ResolversParentTypes['ClientDocument'] };
  ClientDocumentFilter: ClientDocumentFilter;
  ConfidenceCalibration: ConfidenceCalibration;
  ContactCard: ContactCard;
  ContactsContent: ContactsContent;
  Conversation: Omit<Conversation, 'aiResponses' | 'customer' | 'lastMessage' | 'latestOrder' | 'messages' | 'orders' | 'timeline'> & { aiResponses: ResolversParentTypes['AiResponseConnection'], customer: ResolversParentTypes['Customer'], lastMessage?: Maybe<ResolversParentTypes['Message']>, latestOrder?: Maybe<ResolversParentTypes['Order']>, messages: ResolversParentTypes['MessageConnection'], orders: ResolversParentTypes['OrderConnection'], timeline: ResolversParentTypes['TimelineConnection'] };
  ConversationAssignPayload: Omit<ConversationAssignPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationBot: ConversationBot;
  ConversationBotSetPayload: Omit<ConversationBotSetPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationChangedEvent: Omit<ConversationChangedEvent, 'actor' | 'conversation'> & { actor: ResolversParentTypes['Actor'], conversation: ResolversParentTypes['Conversation'] };
  ConversationConnection: Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ConversationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Conversation']> };
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationEvent: Omit<ConversationEvent, 'actor' | 'conversation'> & { actor: ResolversParentTypes['Actor'], conversation: ResolversParentTypes['Conversation'] };
  ConversationFilter: ConversationFilter;
  ConversationMarkReadPayload: Omit<ConversationMarkReadPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationPendPayload: Omit<ConversationPendPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationReopenPayload: Omit<ConversationReopenPayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationResolvePayload: Omit<ConversationResolvePayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationSnoozePayload: Omit<ConversationSnoozePayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationStatusChange: ConversationStatusChange;
  ConversationSummarisePayload: Omit<ConversationSummarisePayload, 'conversation' | 'errors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConversationSummary: ConversationSummary;
  CostExplanation: CostExplanation;
  CostMeasure: CostMeasure;
  CostPart: CostPart;
  CostRefusal: CostRefusal;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Cursor: Scalars['Cursor']['output'];
  Customer: Omit<Customer, 'facts' | 'orders'> & { facts: ResolversParentTypes['CustomerFactConnection'], orders: ResolversParentTypes['OrderConnection'] };
  CustomerActor: Omit<CustomerActor, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  CustomerConnection: Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CustomerEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Customer']> };
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFact: Omit<CustomerFact, 'createdBy' | 'customer' | 'message'> & { createdBy: ResolversParentTypes['Actor'], customer: ResolversParentTypes['Customer'], message?: Maybe<ResolversParentTypes['Message']> };
  CustomerFactConnection: Omit<CustomerFactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CustomerFactEdge']>, nodes: ReadonlyArray<ResolversParentTypes['CustomerFact']> };
  CustomerFactEdge: Omit<CustomerFactEdge, 'node'> & { node: ResolversParentTypes['CustomerFact'] };
  CustomerFactErasePayload: Omit<CustomerFactErasePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CustomerFactInput: CustomerFactInput;
  CustomerFactPayload: Omit<CustomerFactPayload, 'errors' | 'fact'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, fact?: Maybe<ResolversParentTypes['CustomerFact']> };
  CustomerFactUpdateInput: CustomerFactUpdateInput;
  CustomerFilter: CustomerFilter;
  CustomerIdentity: CustomerIdentity;
  CustomerUpdateInput: CustomerUpdateInput;
  CustomerUpdatePayload: Omit<CustomerUpdatePayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeletionContent: DeletionContent;
  EditContent: EditContent;
  EvaluationFigures: EvaluationFigures;
  EvaluationProgressEvent: Omit<EvaluationProgressEvent, 'actor' | 'evaluationRun'> & { actor: ResolversParentTypes['Actor'], evaluationRun: ResolversParentTypes['EvaluationRun'] };
  EvaluationResult: Omit<EvaluationResult, 'example'> & { example: ResolversParentTypes['LearnedExample'] };
  EvaluationResultConnection: Omit<EvaluationResultConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EvaluationResultEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EvaluationResult']> };
  EvaluationResultEdge: Omit<EvaluationResultEdge, 'node'> & { node: ResolversParentTypes['EvaluationResult'] };
  EvaluationRun: Omit<EvaluationRun, 'createdBy' | 'promptVersion' | 'results'> & { createdBy: ResolversParentTypes['Actor'], promptVersion?: Maybe<ResolversParentTypes['PromptVersion']>, results: ResolversParentTypes['EvaluationResultConnection'] };
  EvaluationRunConnection: Omit<EvaluationRunConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EvaluationRunEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EvaluationRun']> };
  EvaluationRunEdge: Omit<EvaluationRunEdge, 'node'> & { node: ResolversParentTypes['EvaluationRun'] };
  EvaluationRunInput: EvaluationRunInput;
  EvaluationRunPayload: Omit<EvaluationRunPayload, 'errors' | 'evaluationRun'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, evaluationRun?: Maybe<ResolversParentTypes['EvaluationRun']> };
  EvaluationWorse: EvaluationWorse;
  ExtractedLine: Omit<ExtractedLine, 'candidates'> & { candidates: ReadonlyArray<ResolversParentTypes['ProductCandidate']> };
  ExtractedOption: ExtractedOption;
  FailedJob: FailedJob;
  FailedJobReplayPayload: Omit<FailedJobReplayPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Float: Scalars['Float']['output'];
  FlowContent: FlowContent;
  ID: Scalars['ID']['output'];
  InboxEvent: ResolversUnionTypes<ResolversParentTypes>['InboxEvent'];
  Int: Scalars['Int']['output'];
  InvalidInput: InvalidInput;
  JSON: Scalars['JSON']['output'];
  KnowledgeChunk: KnowledgeChunk;
  KnowledgeChunkConnection: KnowledgeChunkConnection;
  KnowledgeChunkEdge: KnowledgeChunkEdge;
  KnowledgeDoc: KnowledgeDoc;
  KnowledgeDocConnection: KnowledgeDocConnection;
  KnowledgeDocDeletePayload: Omit<KnowledgeDocDeletePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  KnowledgeDocEdge: KnowledgeDocEdge;
  KnowledgeDocFilter: KnowledgeDocFilter;
  KnowledgeDocFromUrlInput: KnowledgeDocFromUrlInput;
  KnowledgeDocHidePayload: Omit<KnowledgeDocHidePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  KnowledgeDocImportInput: KnowledgeDocImportInput;
  KnowledgeDocImportPayload: Omit<KnowledgeDocImportPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  KnowledgeDocInput: KnowledgeDocInput;
  KnowledgeDocSourcePayload: Omit<KnowledgeDocSourcePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  KnowledgeEmbedding: KnowledgeEmbedding;
  KnowledgeEmbeddingBuild: KnowledgeEmbeddingBuild;
  KnowledgeGap: Omit<KnowledgeGap, 'questions'> & { questions: ResolversParentTypes['KnowledgeGapQuestionConnection'] };
  KnowledgeGapApproveInput: KnowledgeGapApproveInput;
  KnowledgeGapConnection: Omit<KnowledgeGapConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['KnowledgeGapEdge']>, nodes: ReadonlyArray<ResolversParentTypes['KnowledgeGap']> };
  KnowledgeGapDismissInput: KnowledgeGapDismissInput;
  KnowledgeGapDraft: KnowledgeGapDraft;
  KnowledgeGapEdge: Omit<KnowledgeGapEdge, 'node'> & { node: ResolversParentTypes['KnowledgeGap'] };
  KnowledgeGapFilter: KnowledgeGapFilter;
  KnowledgeGapPayload: Omit<KnowledgeGapPayload, 'errors' | 'gap'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, gap?: Maybe<ResolversParentTypes['KnowledgeGap']> };
  KnowledgeGapQuestion: Omit<KnowledgeGapQuestion, 'conversation'> & { conversation?: Maybe<ResolversParentTypes['Conversation']> };
  KnowledgeGapQuestionConnection: Omit<KnowledgeGapQuestionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['KnowledgeGapQuestionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['KnowledgeGapQuestion']> };
  KnowledgeGapQuestionEdge: Omit<KnowledgeGapQuestionEdge, 'node'> & { node: ResolversParentTypes['KnowledgeGapQuestion'] };
  KnowledgeHighlight: KnowledgeHighlight;
  KnowledgeHit: KnowledgeHit;
  KnowledgeReembedPayload: Omit<KnowledgeReembedPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  KnowledgeSource: KnowledgeSource;
  LearnedAlias: Omit<LearnedAlias, 'customer' | 'order'> & { customer?: Maybe<ResolversParentTypes['Customer']>, order?: Maybe<ResolversParentTypes['Order']> };
  LearnedAliasConnection: Omit<LearnedAliasConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LearnedAliasEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LearnedAlias']> };
  LearnedAliasCreateInput: LearnedAliasCreateInput;
  LearnedAliasEdge: Omit<LearnedAliasEdge, 'node'> & { node: ResolversParentTypes['LearnedAlias'] };
  LearnedAliasFilter: LearnedAliasFilter;
  LearnedAliasPayload: Omit<LearnedAliasPayload, 'alias' | 'errors'> & { alias?: Maybe<ResolversParentTypes['LearnedAlias']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  LearnedAliasUpdateInput: LearnedAliasUpdateInput;
  LearnedExample: Omit<LearnedExample, 'customer' | 'order'> & { customer?: Maybe<ResolversParentTypes['Customer']>, order?: Maybe<ResolversParentTypes['Order']> };
  LearnedExampleConnection: Omit<LearnedExampleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LearnedExampleEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LearnedExample']> };
  LearnedExampleEdge: Omit<LearnedExampleEdge, 'node'> & { node: ResolversParentTypes['LearnedExample'] };
  LearnedExampleFilter: LearnedExampleFilter;
  LearnedExamplePayload: Omit<LearnedExamplePayload, 'errors' | 'example'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, example?: Maybe<ResolversParentTypes['LearnedExample']> };
  LearnedExampleUpdateInput: LearnedExampleUpdateInput;
  LiveEvent: ResolversInterfaceTypes<ResolversParentTypes>['LiveEvent'];
  LocationContent: LocationContent;
  LoginPayload: Omit<LoginPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  LogoutPayload: Omit<LogoutPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Long: Scalars['Long']['output'];
  MediaContent: MediaContent;
  MemberAddInput: MemberAddInput;
  MemberAddPayload: Omit<MemberAddPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  MemberFilter: MemberFilter;
  MemberIdentity: MemberIdentity;
  MemberIdentityInput: MemberIdentityInput;
  MemberIdentityLinkPayload: Omit<MemberIdentityLinkPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  MemberIdentityUnlinkPayload: Omit<MemberIdentityUnlinkPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  MemberRemovePayload: Omit<MemberRemovePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  MemberUpdateInput: MemberUpdateInput;
  MemberUpdatePayload: Omit<MemberUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Membership: Membership;
  MembershipConnection: MembershipConnection;
  MembershipEdge: MembershipEdge;
  Message: Omit<Message, 'author' | 'content' | 'conversation' | 'replyTo'> & { author: ResolversParentTypes['Actor'], content: ResolversParentTypes['MessageContent'], conversation: ResolversParentTypes['Conversation'], replyTo?: Maybe<ResolversParentTypes['Message']> };
  MessageAddedEvent: Omit<MessageAddedEvent, 'actor' | 'message'> & { actor: ResolversParentTypes['Actor'], message: ResolversParentTypes['Message'] };
  MessageChangedEvent: Omit<MessageChangedEvent, 'actor' | 'message'> & { actor: ResolversParentTypes['Actor'], message: ResolversParentTypes['Message'] };
  MessageConnection: Omit<MessageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MessageEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Message']> };
  MessageContent: ResolversUnionTypes<ResolversParentTypes>['MessageContent'];
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageError: MessageError;
  MessagePiiFinding: Omit<MessagePiiFinding, 'message' | 'review'> & { message?: Maybe<ResolversParentTypes['Message']>, review?: Maybe<ResolversParentTypes['PiiReview']> };
  MessagePiiFindingConnection: Omit<MessagePiiFindingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MessagePiiFindingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['MessagePiiFinding']> };
  MessagePiiFindingEdge: Omit<MessagePiiFindingEdge, 'node'> & { node: ResolversParentTypes['MessagePiiFinding'] };
  MessageReferral: MessageReferral;
  MessageSendInput: MessageSendInput;
  MessageSendPayload: Omit<MessageSendPayload, 'errors' | 'message'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, message?: Maybe<ResolversParentTypes['Message']> };
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFound: NotFound;
  OpeningHours: OpeningHours;
  OpeningHoursInput: OpeningHoursInput;
  Order: Omit<Order, 'changeProposals' | 'claim' | 'confirmedBy' | 'conversation' | 'createdBy' | 'customer' | 'lines' | 'possibleDuplicateOf' | 'repeats' | 'sourceMessages'> & { changeProposals: ReadonlyArray<ResolversParentTypes['OrderChangeProposal']>, claim?: Maybe<ResolversParentTypes['OrderReviewClaim']>, confirmedBy?: Maybe<ResolversParentTypes['Actor']>, conversation?: Maybe<ResolversParentTypes['Conversation']>, createdBy: ResolversParentTypes['Actor'], customer: ResolversParentTypes['Customer'], lines: ReadonlyArray<ResolversParentTypes['OrderLine']>, possibleDuplicateOf?: Maybe<ResolversParentTypes['Order']>, repeats?: Maybe<ResolversParentTypes['Order']>, sourceMessages?: Maybe<ReadonlyArray<ResolversParentTypes['Message']>> };
  OrderCancelPayload: Omit<OrderCancelPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderChangeProposal: Omit<OrderChangeProposal, 'decidedBy' | 'order'> & { decidedBy?: Maybe<ResolversParentTypes['Actor']>, order: ResolversParentTypes['Order'] };
  OrderChangeProposalAcceptPayload: Omit<OrderChangeProposalAcceptPayload, 'errors' | 'proposal'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, proposal?: Maybe<ResolversParentTypes['OrderChangeProposal']> };
  OrderChangeProposalConnection: Omit<OrderChangeProposalConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['OrderChangeProposalEdge']>, nodes: ReadonlyArray<ResolversParentTypes['OrderChangeProposal']> };
  OrderChangeProposalEdge: Omit<OrderChangeProposalEdge, 'node'> & { node: ResolversParentTypes['OrderChangeProposal'] };
  OrderChangeProposalRejectPayload: Omit<OrderChangeProposalRejectPayload, 'errors' | 'proposal'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, proposal?: Maybe<ResolversParentTypes['OrderChangeProposal']> };
  OrderConfirmPayload: Omit<OrderConfirmPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['OrderEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Order']> };
  OrderCreateInput: OrderCreateInput;
  OrderCreatePayload: Omit<OrderCreatePayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderExtraction: Omit<OrderExtraction, 'lines'> & { lines: ReadonlyArray<ResolversParentTypes['ExtractedLine']> };
  OrderFilter: OrderFilter;
  OrderHoldPayload: Omit<OrderHoldPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderLine: Omit<OrderLine, 'candidates' | 'learnedFrom'> & { candidates: ReadonlyArray<ResolversParentTypes['ProductCandidate']>, learnedFrom?: Maybe<ResolversParentTypes['LearnedAlias']> };
  OrderLineInput: OrderLineInput;
  OrderLineOption: OrderLineOption;
  OrderLineOptionInput: OrderLineOptionInput;
  OrderLineVariant: OrderLineVariant;
  OrderLinesEditPayload: Omit<OrderLinesEditPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderNotEditable: OrderNotEditable;
  OrderNotInReview: OrderNotInReview;
  OrderRejectPayload: Omit<OrderRejectPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderReviewClaim: Omit<OrderReviewClaim, 'by'> & { by: ResolversParentTypes['Actor'] };
  OrderReviewClaimPayload: Omit<OrderReviewClaimPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderReviewEvent: Omit<OrderReviewEvent, 'actor' | 'order'> & { actor: ResolversParentTypes['Actor'], order: ResolversParentTypes['Order'] };
  OrderReviewReleasePayload: Omit<OrderReviewReleasePayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderTransitionPayload: Omit<OrderTransitionPayload, 'errors' | 'order'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderTransitionRefused: OrderTransitionRefused;
  PageInfo: PageInfo;
  PasswordChangePayload: Omit<PasswordChangePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Permission: Permission;
  PiiFinding: PiiFinding;
  PiiFindingFilter: PiiFindingFilter;
  PiiFindingReviewPayload: Omit<PiiFindingReviewPayload, 'errors' | 'finding'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, finding?: Maybe<ResolversParentTypes['MessagePiiFinding']> };
  PiiReview: Omit<PiiReview, 'by'> & { by: ResolversParentTypes['Actor'] };
  PiiRule: PiiRule;
  PiiRuleConnection: PiiRuleConnection;
  PiiRuleEdge: PiiRuleEdge;
  PiiRuleInput: PiiRuleInput;
  PiiRulePayload: Omit<PiiRulePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Product: Product;
  ProductArchivePayload: Omit<ProductArchivePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ProductCandidate: ProductCandidate;
  ProductConnection: ProductConnection;
  ProductEdge: ProductEdge;
  ProductFilter: ProductFilter;
  ProductImportInput: ProductImportInput;
  ProductImportPayload: Omit<ProductImportPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ProductInput: ProductInput;
  ProductOption: ProductOption;
  ProductOptionGroup: ProductOptionGroup;
  ProductOptionGroupInput: ProductOptionGroupInput;
  ProductOptionInput: ProductOptionInput;
  ProductPack: ProductPack;
  ProductPackInput: ProductPackInput;
  ProductUpdateInput: ProductUpdateInput;
  ProductUpdatePayload: Omit<ProductUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ProductVariant: ProductVariant;
  ProductVariantInput: ProductVariantInput;
  Prompt: Omit<Prompt, 'release' | 'releases' | 'versions'> & { release?: Maybe<ResolversParentTypes['PromptRelease']>, releases: ResolversParentTypes['PromptReleaseConnection'], versions: ResolversParentTypes['PromptVersionConnection'] };
  PromptConnection: Omit<PromptConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PromptEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Prompt']> };
  PromptEdge: Omit<PromptEdge, 'node'> & { node: ResolversParentTypes['Prompt'] };
  PromptInForce: Omit<PromptInForce, 'version'> & { version?: Maybe<ResolversParentTypes['PromptVersion']> };
  PromptRelease: Omit<PromptRelease, 'createdBy' | 'shares'> & { createdBy: ResolversParentTypes['Actor'], shares: ReadonlyArray<ResolversParentTypes['PromptShare']> };
  PromptReleaseConnection: Omit<PromptReleaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PromptReleaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PromptRelease']> };
  PromptReleaseEdge: Omit<PromptReleaseEdge, 'node'> & { node: ResolversParentTypes['PromptRelease'] };
  PromptReleaseInput: PromptReleaseInput;
  PromptReleasePayload: Omit<PromptReleasePayload, 'errors' | 'prompt'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, prompt?: Maybe<ResolversParentTypes['Prompt']> };
  PromptShare: Omit<PromptShare, 'version'> & { version: ResolversParentTypes['PromptVersion'] };
  PromptShareInput: PromptShareInput;
  PromptVariable: PromptVariable;
  PromptVariableInput: PromptVariableInput;
  PromptVersion: Omit<PromptVersion, 'createdBy' | 'prompt'> & { createdBy: ResolversParentTypes['Actor'], prompt: ResolversParentTypes['Prompt'] };
  PromptVersionConnection: Omit<PromptVersionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PromptVersionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PromptVersion']> };
  PromptVersionCreateInput: PromptVersionCreateInput;
  PromptVersionEdge: Omit<PromptVersionEdge, 'node'> & { node: ResolversParentTypes['PromptVersion'] };
  PromptVersionPayload: Omit<PromptVersionPayload, 'errors' | 'version'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, version?: Maybe<ResolversParentTypes['PromptVersion']> };
  ProposedLineVariant: ProposedLineVariant;
  ProposedOrderLine: ProposedOrderLine;
  QuarantinedEvent: QuarantinedEvent;
  QuarantinedEventConnection: QuarantinedEventConnection;
  QuarantinedEventEdge: QuarantinedEventEdge;
  Query: Record<PropertyKey, never>;
  ReactionContent: ReactionContent;
  Refusal: Refusal;
  ReplySuggestion: Omit<ReplySuggestion, 'aiResponse'> & { aiResponse?: Maybe<ResolversParentTypes['AiResponse']> };
  ReplySuggestionEvent: Omit<ReplySuggestionEvent, 'errors' | 'suggestion'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']>, suggestion?: Maybe<ResolversParentTypes['ReplySuggestion']> };
  ReplyWindow: ReplyWindow;
  ReviewReason: ReviewReason;
  SaidAmount: SaidAmount;
  Session: Session;
  SessionConnection: SessionConnection;
  SessionEdge: SessionEdge;
  SessionRefreshPayload: Omit<SessionRefreshPayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SessionRevokePayload: Omit<SessionRevokePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ShadowReading: Omit<ShadowReading, 'order'> & { order: ResolversParentTypes['Order'] };
  ShadowReadingConnection: Omit<ShadowReadingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ShadowReadingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ShadowReading']> };
  ShadowReadingEdge: Omit<ShadowReadingEdge, 'node'> & { node: ResolversParentTypes['ShadowReading'] };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SystemActor: SystemActor;
  SystemContent: SystemContent;
  Tenant: Tenant;
  TenantUpdateInput: TenantUpdateInput;
  TenantUpdatePayload: Omit<TenantUpdatePayload, 'errors'> & { errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TextContent: TextContent;
  TextSpan: TextSpan;
  ThresholdPreview: ThresholdPreview;
  TimelineConnection: Omit<TimelineConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TimelineEdge']>, nodes: ReadonlyArray<ResolversParentTypes['TimelineEntry']> };
  TimelineEdge: Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineEntry'] };
  TimelineEntry: ResolversUnionTypes<ResolversParentTypes>['TimelineEntry'];
  TrustedDocumentInput: TrustedDocumentInput;
  TrustedDocumentsRegisterInput: TrustedDocumentsRegisterInput;
  TrustedDocumentsRegisterPayload: Omit<TrustedDocumentsRegisterPayload, 'documents' | 'errors'> & { documents: ReadonlyArray<ResolversParentTypes['ClientDocument']>, errors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UnsupportedContent: UnsupportedContent;
  UsageAlert: Omit<UsageAlert, 'actor'> & { actor: ResolversParentTypes['Actor'] };
  User: User;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VersionConflict: VersionConflict;
  Viewer: Viewer;
  ViewerTenant: ViewerTenant;
  WindowClosed: WindowClosed;
};

export type ActorResolvers<ContextType = any, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'AssistantActor' | 'CustomerActor' | 'SystemActor' | 'User', ParentType, ContextType>;
};

export type AgentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  channels?: Resolver<ReadonlyArray<ResolversTypes['ChannelType']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hours?: Resolver<ReadonlyArray<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  may?: Resolver<ReadonlyArray<ResolversTypes['AgentTool']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['AgentMode'], ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outsideHours?: Resolver<ResolversTypes['OutsideHours'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['AgentScore'], ParentType, ContextType>;
  shadowReadings?: Resolver<ResolversTypes['ShadowReadingConnection'], ParentType, ContextType, Partial<AgentShadowReadingsArgs>>;
  task?: Resolver<ResolversTypes['AiTask'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgentConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AgentEdge'] = ResolversParentTypes['AgentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
};

export type AgentPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['AgentPayload'] = ResolversParentTypes['AgentPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgentScoreResolvers<ContextType = any, ParentType extends ResolversParentTypes['AgentScore'] = ResolversParentTypes['AgentScore']> = {
  averageLatencyMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  f1?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['EvaluationFigures'], ParentType, ContextType>;
  live?: Resolver<ResolversTypes['EvaluationFigures'], ParentType, ContextType>;
  liveF1?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  openOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AiBudgetResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiBudget'] = ResolversParentTypes['AiBudget']> = {
  availableMicroUsd?: Resolver<Maybe<ResolversTypes['Long']>, ParentType, ContextType>;
  limitMicroUsd?: Resolver<Maybe<ResolversTypes['Long']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reservedMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  spentMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  usedPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AiChannelCostsResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiChannelCosts'] = ResolversParentTypes['AiChannelCosts']> = {
  channel?: Resolver<ResolversTypes['ChannelType'], ParentType, ContextType>;
  confirmedAlone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmedOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  costPerConfirmedOrderMicroUsd?: Resolver<Maybe<ResolversTypes['Long']>, ParentType, ContextType>;
};

export type AiOrderCostsResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiOrderCosts'] = ResolversParentTypes['AiOrderCosts']> = {
  byChannel?: Resolver<ReadonlyArray<ResolversTypes['AiChannelCosts']>, ParentType, ContextType>;
  confirmedAlone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmedOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  costPerConfirmedOrderMicroUsd?: Resolver<Maybe<ResolversTypes['Long']>, ParentType, ContextType>;
};

export type AiRatingResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiRating'] = ResolversParentTypes['AiRating']> = {
  by?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AiResponseResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiResponse'] = ResolversParentTypes['AiResponse']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  citations?: Resolver<ReadonlyArray<ResolversTypes['Citation']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fallbackFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latencyMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AiOutcome'], ParentType, ContextType>;
  output?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  outputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promptVersion?: Resolver<Maybe<ResolversTypes['PromptVersion']>, ParentType, ContextType>;
  ratings?: Resolver<ReadonlyArray<ResolversTypes['AiRating']>, ParentType, ContextType>;
  task?: Resolver<ResolversTypes['AiTask'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AiResponseConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiResponseConnection'] = ResolversParentTypes['AiResponseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AiResponseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AiResponse']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AiResponseEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiResponseEdge'] = ResolversParentTypes['AiResponseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AiResponse'], ParentType, ContextType>;
};

export type AiResponseRatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiResponseRatePayload'] = ResolversParentTypes['AiResponseRatePayload']> = {
  aiResponse?: Resolver<Maybe<ResolversTypes['AiResponse']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AiUsageResolvers<ContextType = any, ParentType extends ResolversParentTypes['AiUsage'] = ResolversParentTypes['AiUsage']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  averageConfidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageLatencyMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inputTokens?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outputTokens?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  periodStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['AiTask'], ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  trustedDocumentsOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApiKeyCreatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiKeyCreatePayload'] = ResolversParentTypes['ApiKeyCreatePayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyRevokePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiKeyRevokePayload'] = ResolversParentTypes['ApiKeyRevokePayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AssistantActorResolvers<ContextType = any, ParentType extends ResolversParentTypes['AssistantActor'] = ResolversParentTypes['AssistantActor']> = {
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssistantSwitchPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['AssistantSwitchPayload'] = ResolversParentTypes['AssistantSwitchPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AssistantSwitchedEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['AssistantSwitchedEvent'] = ResolversParentTypes['AssistantSwitchedEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AssistantSwitch'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BuiltInPromptResolvers<ContextType = any, ParentType extends ResolversParentTypes['BuiltInPrompt'] = ResolversParentTypes['BuiltInPrompt']> = {
  task?: Resolver<ResolversTypes['AiTask'], ParentType, ContextType>;
  template?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variables?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CalibrationPointResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalibrationPoint'] = ResolversParentTypes['CalibrationPoint']> = {
  averageConfidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shareRight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CartContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['CartContent'] = ResolversParentTypes['CartContent']> = {
  catalogId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['CartItem']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['CartItem'] = ResolversParentTypes['CartItem']> = {
  claimedCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  claimedPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  retailerId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  children?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CategoryConnection'] = ResolversParentTypes['CategoryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CategoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Category']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategoryEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CategoryEdge'] = ResolversParentTypes['CategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
};

export type ChannelAccountResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelAccount'] = ResolversParentTypes['ChannelAccount']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  canSend?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['ChannelAccountHealth'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  routingKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ChannelAccountStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ChannelType'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  webhookPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelAccountConnectPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelAccountConnectPayload'] = ResolversParentTypes['ChannelAccountConnectPayload']> = {
  channelAccount?: Resolver<Maybe<ResolversTypes['ChannelAccount']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChannelAccountConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelAccountConnection'] = ResolversParentTypes['ChannelAccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChannelAccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ChannelAccount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChannelAccountEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelAccountEdge'] = ResolversParentTypes['ChannelAccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ChannelAccount'], ParentType, ContextType>;
};

export type ChannelAccountHealthResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelAccountHealth'] = ResolversParentTypes['ChannelAccountHealth']> = {
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastErrorAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastInboundAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ChannelAccountUpdatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelAccountUpdatePayload'] = ResolversParentTypes['ChannelAccountUpdatePayload']> = {
  channelAccount?: Resolver<Maybe<ResolversTypes['ChannelAccount']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChoiceContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChoiceContent'] = ResolversParentTypes['ChoiceContent']> = {
  choiceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CitationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  chunk?: Resolver<Maybe<ResolversTypes['KnowledgeChunk']>, ParentType, ContextType>;
  doc?: Resolver<Maybe<ResolversTypes['KnowledgeDoc']>, ParentType, ContextType>;
  excerpt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headingPath?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  staleReason?: Resolver<Maybe<ResolversTypes['CitationStaleReason']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClaimedByOtherResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClaimedByOther'] = ResolversParentTypes['ClaimedByOther']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientDocumentResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientDocument'] = ResolversParentTypes['ClientDocument']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ClientDocumentStatus'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timesSeen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trustedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  trustedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
};

export type ClientDocumentConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientDocumentConnection'] = ResolversParentTypes['ClientDocumentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClientDocumentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ClientDocument']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClientDocumentDeletePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientDocumentDeletePayload'] = ResolversParentTypes['ClientDocumentDeletePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ClientDocumentEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClientDocumentEdge'] = ResolversParentTypes['ClientDocumentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ClientDocument'], ParentType, ContextType>;
};

export type ConfidenceCalibrationResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConfidenceCalibration'] = ResolversParentTypes['ConfidenceCalibration']> = {
  curve?: Resolver<ReadonlyArray<ResolversTypes['CalibrationPoint']>, ParentType, ContextType>;
  expectedCalibrationError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isDerived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rightOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ContactCardResolvers<ContextType = any, ParentType extends ResolversParentTypes['ContactCard'] = ResolversParentTypes['ContactCard']> = {
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phones?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactsContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['ContactsContent'] = ResolversParentTypes['ContactsContent']> = {
  contacts?: Resolver<ReadonlyArray<ResolversTypes['ContactCard']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  aiResponses?: Resolver<ResolversTypes['AiResponseConnection'], ParentType, ContextType, Partial<ConversationAiResponsesArgs>>;
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  bot?: Resolver<ResolversTypes['ConversationBot'], ParentType, ContextType>;
  channelAccount?: Resolver<Maybe<ResolversTypes['ChannelAccount']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['CustomerIdentity'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  lastMessageAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latestOrder?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ConversationMessagesArgs>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<ConversationOrdersArgs>>;
  replyWindow?: Resolver<ResolversTypes['ReplyWindow'], ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConversationStatus'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['ConversationSummary']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['TimelineConnection'], ParentType, ContextType, Partial<ConversationTimelineArgs>>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationAssignPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationAssignPayload'] = ResolversParentTypes['ConversationAssignPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationBotResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationBot'] = ResolversParentTypes['ConversationBot']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['BotReason']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BotState'], ParentType, ContextType>;
};

export type ConversationBotSetPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationBotSetPayload'] = ResolversParentTypes['ConversationBotSetPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationChangedEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationChangedEvent'] = ResolversParentTypes['ConversationChangedEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationEvent'] = ResolversParentTypes['ConversationEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  botReason?: Resolver<Maybe<ResolversTypes['BotReason']>, ParentType, ContextType>;
  botState?: Resolver<Maybe<ResolversTypes['BotState']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statusChange?: Resolver<Maybe<ResolversTypes['ConversationStatusChange']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ConversationEventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationMarkReadPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationMarkReadPayload'] = ResolversParentTypes['ConversationMarkReadPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationPendPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationPendPayload'] = ResolversParentTypes['ConversationPendPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationReopenPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationReopenPayload'] = ResolversParentTypes['ConversationReopenPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationResolvePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationResolvePayload'] = ResolversParentTypes['ConversationResolvePayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationSnoozePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationSnoozePayload'] = ResolversParentTypes['ConversationSnoozePayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationStatusChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationStatusChange'] = ResolversParentTypes['ConversationStatusChange']> = {
  from?: Resolver<ResolversTypes['ConversationStatus'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ConversationStatus'], ParentType, ContextType>;
};

export type ConversationSummarisePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationSummarisePayload'] = ResolversParentTypes['ConversationSummarisePayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConversationSummary'] = ResolversParentTypes['ConversationSummary']> = {
  coversUpToSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CostExplanationResolvers<ContextType = any, ParentType extends ResolversParentTypes['CostExplanation'] = ResolversParentTypes['CostExplanation']> = {
  aliases?: Resolver<ResolversTypes['CostMeasure'], ParentType, ContextType>;
  breakdown?: Resolver<ReadonlyArray<ResolversTypes['CostPart']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['CostMeasure'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['CostMeasure'], ParentType, ContextType>;
  directives?: Resolver<ResolversTypes['CostMeasure'], ParentType, ContextType>;
  refusals?: Resolver<ReadonlyArray<ResolversTypes['CostRefusal']>, ParentType, ContextType>;
  rootFields?: Resolver<ResolversTypes['CostMeasure'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['CostMeasure'], ParentType, ContextType>;
  wouldRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CostMeasureResolvers<ContextType = any, ParentType extends ResolversParentTypes['CostMeasure'] = ResolversParentTypes['CostMeasure']> = {
  found?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CostPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['CostPart'] = ResolversParentTypes['CostPart']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
};

export type CostRefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['CostRefusal'] = ResolversParentTypes['CostRefusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type CustomerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  facts?: Resolver<ResolversTypes['CustomerFactConnection'], ParentType, ContextType, RequireFields<CustomerFactsArgs, 'includeExpired'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identities?: Resolver<ReadonlyArray<ResolversTypes['CustomerIdentity']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<CustomerOrdersArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerActorResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerActor'] = ResolversParentTypes['CustomerActor']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerFactResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerFact'] = ResolversParentTypes['CustomerFact']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CustomerFactState'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerFactConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerFactConnection'] = ResolversParentTypes['CustomerFactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerFactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CustomerFact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerFactEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerFactEdge'] = ResolversParentTypes['CustomerFactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CustomerFact'], ParentType, ContextType>;
};

export type CustomerFactErasePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerFactErasePayload'] = ResolversParentTypes['CustomerFactErasePayload']> = {
  erasedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerFactPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerFactPayload'] = ResolversParentTypes['CustomerFactPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  fact?: Resolver<Maybe<ResolversTypes['CustomerFact']>, ParentType, ContextType>;
};

export type CustomerIdentityResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerIdentity'] = ResolversParentTypes['CustomerIdentity']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IdentityKind'], ParentType, ContextType>;
  profileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerUpdatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CustomerUpdatePayload'] = ResolversParentTypes['CustomerUpdatePayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeletionContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeletionContent'] = ResolversParentTypes['DeletionContent']> = {
  targetProviderMessageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['EditContent'] = ResolversParentTypes['EditContent']> = {
  newKind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  newText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetProviderMessageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvaluationFiguresResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationFigures'] = ResolversParentTypes['EvaluationFigures']> = {
  exact?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  examples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  invented?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationProgressEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationProgressEvent'] = ResolversParentTypes['EvaluationProgressEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  doneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evaluationRun?: Resolver<ResolversTypes['EvaluationRun'], ParentType, ContextType>;
  exampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EvaluationState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvaluationResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationResult'] = ResolversParentTypes['EvaluationResult']> = {
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  example?: Resolver<ResolversTypes['LearnedExample'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  invented?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latencyMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  moneyErrorMinor?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type EvaluationResultConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationResultConnection'] = ResolversParentTypes['EvaluationResultConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EvaluationResultEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EvaluationResult']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationResultEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationResultEdge'] = ResolversParentTypes['EvaluationResultEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EvaluationResult'], ParentType, ContextType>;
};

export type EvaluationRunResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationRun'] = ResolversParentTypes['EvaluationRun']> = {
  averageLatencyMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  doneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exactCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exampleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  f1?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fallbackCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  moneyErrorMinor?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  promptVersion?: Resolver<Maybe<ResolversTypes['PromptVersion']>, ParentType, ContextType>;
  recall?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  results?: Resolver<ResolversTypes['EvaluationResultConnection'], ParentType, ContextType, Partial<EvaluationRunResultsArgs>>;
  state?: Resolver<ResolversTypes['EvaluationState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvaluationRunConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationRunConnection'] = ResolversParentTypes['EvaluationRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EvaluationRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EvaluationRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationRunEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationRunEdge'] = ResolversParentTypes['EvaluationRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EvaluationRun'], ParentType, ContextType>;
};

export type EvaluationRunPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationRunPayload'] = ResolversParentTypes['EvaluationRunPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  evaluationRun?: Resolver<Maybe<ResolversTypes['EvaluationRun']>, ParentType, ContextType>;
};

export type EvaluationWorseResolvers<ContextType = any, ParentType extends ResolversParentTypes['EvaluationWorse'] = ResolversParentTypes['EvaluationWorse']> = {
  baseline?: Resolver<ResolversTypes['EvaluationFigures'], ParentType, ContextType>;
  candidate?: Resolver<ResolversTypes['EvaluationFigures'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExtractedLineResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExtractedLine'] = ResolversParentTypes['ExtractedLine']> = {
  candidates?: Resolver<ReadonlyArray<ResolversTypes['ProductCandidate']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['ExtractedOption']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  spans?: Resolver<ReadonlyArray<ResolversTypes['TextSpan']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ExtractedOptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ExtractedOption'] = ResolversParentTypes['ExtractedOption']> = {
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  negated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  qualifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FailedJobResolvers<ContextType = any, ParentType extends ResolversParentTypes['FailedJob'] = ResolversParentTypes['FailedJob']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  enqueuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FailedJobReplayPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['FailedJobReplayPayload'] = ResolversParentTypes['FailedJobReplayPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FlowContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['FlowContent'] = ResolversParentTypes['FlowContent']> = {
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  __resolveType: TypeResolveFn<'ConversationChangedEvent' | 'MessageAddedEvent' | 'MessageChangedEvent', ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = any, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KnowledgeChunkResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeChunk'] = ResolversParentTypes['KnowledgeChunk']> = {
  doc?: Resolver<ResolversTypes['KnowledgeDoc'], ParentType, ContextType>;
  embeddingModel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endOffset?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  headingPath?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startOffset?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KnowledgeChunkConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeChunkConnection'] = ResolversParentTypes['KnowledgeChunkConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeChunkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeChunk']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeChunkEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeChunkEdge'] = ResolversParentTypes['KnowledgeChunkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnowledgeChunk'], ParentType, ContextType>;
};

export type KnowledgeDocResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDoc'] = ResolversParentTypes['KnowledgeDoc']> = {
  chunkCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chunks?: Resolver<ResolversTypes['KnowledgeChunkConnection'], ParentType, ContextType, Partial<KnowledgeDocChunksArgs>>;
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hiddenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indexedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['KnowledgeDocScope'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['KnowledgeSource']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['KnowledgeDocStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KnowledgeDocConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDocConnection'] = ResolversParentTypes['KnowledgeDocConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeDocEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeDoc']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeDocDeletePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDocDeletePayload'] = ResolversParentTypes['KnowledgeDocDeletePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KnowledgeDocEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDocEdge'] = ResolversParentTypes['KnowledgeDocEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnowledgeDoc'], ParentType, ContextType>;
};

export type KnowledgeDocHidePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDocHidePayload'] = ResolversParentTypes['KnowledgeDocHidePayload']> = {
  doc?: Resolver<Maybe<ResolversTypes['KnowledgeDoc']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KnowledgeDocImportPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDocImportPayload'] = ResolversParentTypes['KnowledgeDocImportPayload']> = {
  createdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  docs?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeDoc']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeDocSourcePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeDocSourcePayload'] = ResolversParentTypes['KnowledgeDocSourcePayload']> = {
  doc?: Resolver<Maybe<ResolversTypes['KnowledgeDoc']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KnowledgeEmbeddingResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeEmbedding'] = ResolversParentTypes['KnowledgeEmbedding']> = {
  building?: Resolver<Maybe<ResolversTypes['KnowledgeEmbeddingBuild']>, ParentType, ContextType>;
  dimensions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KnowledgeEmbeddingBuildResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeEmbeddingBuild'] = ResolversParentTypes['KnowledgeEmbeddingBuild']> = {
  doneCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeGapResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGap'] = ResolversParentTypes['KnowledgeGap']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doc?: Resolver<Maybe<ResolversTypes['KnowledgeDoc']>, ParentType, ContextType>;
  draft?: Resolver<ResolversTypes['KnowledgeGapDraft'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAskedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  questionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['KnowledgeGapQuestionConnection'], ParentType, ContextType, Partial<KnowledgeGapQuestionsArgs>>;
  status?: Resolver<ResolversTypes['KnowledgeGapStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KnowledgeGapConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapConnection'] = ResolversParentTypes['KnowledgeGapConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeGapEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeGap']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeGapDraftResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapDraft'] = ResolversParentTypes['KnowledgeGapDraft']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['KnowledgeGapDraftOrigin'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KnowledgeGapEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapEdge'] = ResolversParentTypes['KnowledgeGapEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnowledgeGap'], ParentType, ContextType>;
};

export type KnowledgeGapPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapPayload'] = ResolversParentTypes['KnowledgeGapPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['KnowledgeGap']>, ParentType, ContextType>;
};

export type KnowledgeGapQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapQuestion'] = ResolversParentTypes['KnowledgeGapQuestion']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KnowledgeGapQuestionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapQuestionConnection'] = ResolversParentTypes['KnowledgeGapQuestionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeGapQuestionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeGapQuestion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeGapQuestionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeGapQuestionEdge'] = ResolversParentTypes['KnowledgeGapQuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KnowledgeGapQuestion'], ParentType, ContextType>;
};

export type KnowledgeHighlightResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeHighlight'] = ResolversParentTypes['KnowledgeHighlight']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeHitResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeHit'] = ResolversParentTypes['KnowledgeHit']> = {
  chunk?: Resolver<ResolversTypes['KnowledgeChunk'], ParentType, ContextType>;
  doc?: Resolver<ResolversTypes['KnowledgeDoc'], ParentType, ContextType>;
  excerpt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headingPath?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  highlights?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeHighlight']>, ParentType, ContextType>;
  relevance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type KnowledgeReembedPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeReembedPayload'] = ResolversParentTypes['KnowledgeReembedPayload']> = {
  embedding?: Resolver<ResolversTypes['KnowledgeEmbedding'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KnowledgeSourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnowledgeSource'] = ResolversParentTypes['KnowledgeSource']> = {
  failureReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['KnowledgeFormat']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['KnowledgeSourceKind'], ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextReadAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refetchEveryMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LearnedAliasResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedAlias'] = ResolversParentTypes['LearnedAlias']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  phrase?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['LearnedAliasSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LearnedState'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LearnedAliasConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedAliasConnection'] = ResolversParentTypes['LearnedAliasConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LearnedAliasEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LearnedAlias']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LearnedAliasEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedAliasEdge'] = ResolversParentTypes['LearnedAliasEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LearnedAlias'], ParentType, ContextType>;
};

export type LearnedAliasPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedAliasPayload'] = ResolversParentTypes['LearnedAliasPayload']> = {
  alias?: Resolver<Maybe<ResolversTypes['LearnedAlias']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LearnedExampleResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedExample'] = ResolversParentTypes['LearnedExample']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['LearnedExampleSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LearnedState'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LearnedExampleConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedExampleConnection'] = ResolversParentTypes['LearnedExampleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LearnedExampleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LearnedExample']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LearnedExampleEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedExampleEdge'] = ResolversParentTypes['LearnedExampleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LearnedExample'], ParentType, ContextType>;
};

export type LearnedExamplePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedExamplePayload'] = ResolversParentTypes['LearnedExamplePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  example?: Resolver<Maybe<ResolversTypes['LearnedExample']>, ParentType, ContextType>;
};

export type LiveEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['LiveEvent'] = ResolversParentTypes['LiveEvent']> = {
  __resolveType: TypeResolveFn<'AssistantSwitchedEvent' | 'ConversationChangedEvent' | 'EvaluationProgressEvent' | 'MessageAddedEvent' | 'MessageChangedEvent' | 'OrderReviewEvent' | 'UsageAlert', ParentType, ContextType>;
};

export type LocationContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['LocationContent'] = ResolversParentTypes['LocationContent']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['ViewerTenant']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LogoutPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LogoutPayload'] = ResolversParentTypes['LogoutPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
};

export interface LongScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Long'], any> {
  name: 'Long';
}

export type MediaContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['MediaContent'] = ResolversParentTypes['MediaContent']> = {
  animated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mediaId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  voice?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberAddPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberAddPayload'] = ResolversParentTypes['MemberAddPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
};

export type MemberIdentityResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberIdentity'] = ResolversParentTypes['MemberIdentity']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberIdentityLinkPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberIdentityLinkPayload'] = ResolversParentTypes['MemberIdentityLinkPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
};

export type MemberIdentityUnlinkPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberIdentityUnlinkPayload'] = ResolversParentTypes['MemberIdentityUnlinkPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
};

export type MemberRemovePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberRemovePayload'] = ResolversParentTypes['MemberRemovePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type MemberUpdatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MemberUpdatePayload'] = ResolversParentTypes['MemberUpdatePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = any, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  denies?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identities?: Resolver<ReadonlyArray<ResolversTypes['MemberIdentity']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, Partial<MembershipSessionsArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MembershipConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['MembershipConnection'] = ResolversParentTypes['MembershipConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MembershipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Membership']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MembershipEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['MembershipEdge'] = ResolversParentTypes['MembershipEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Membership'], ParentType, ContextType>;
};

export type MessageResolvers<ContextType = any, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  author?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['MessageContent'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['MessageDirection'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MessageError']>, ParentType, ContextType>;
  forwarded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageKind'], ParentType, ContextType>;
  maskedText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerMessageId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  replyToProviderMessageId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageAddedEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageAddedEvent'] = ResolversParentTypes['MessageAddedEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageChangedEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageChangedEvent'] = ResolversParentTypes['MessageChangedEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageContent'] = ResolversParentTypes['MessageContent']> = {
  __resolveType: TypeResolveFn<'CartContent' | 'ChoiceContent' | 'ContactsContent' | 'DeletionContent' | 'EditContent' | 'FlowContent' | 'LocationContent' | 'MediaContent' | 'ReactionContent' | 'SystemContent' | 'TextContent' | 'UnsupportedContent', ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageErrorResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageError'] = ResolversParentTypes['MessageError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessagePiiFindingResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessagePiiFinding'] = ResolversParentTypes['MessagePiiFinding']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['PiiReview']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['PiiRule']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PiiFindingState'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PiiType'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessagePiiFindingConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessagePiiFindingConnection'] = ResolversParentTypes['MessagePiiFindingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessagePiiFindingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MessagePiiFinding']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessagePiiFindingEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessagePiiFindingEdge'] = ResolversParentTypes['MessagePiiFindingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MessagePiiFinding'], ParentType, ContextType>;
};

export type MessageReferralResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageReferral'] = ResolversParentTypes['MessageReferral']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageSendPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['MessageSendPayload'] = ResolversParentTypes['MessageSendPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = any, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  agentCreate?: Resolver<ResolversTypes['AgentPayload'], ParentType, ContextType, RequireFields<MutationAgentCreateArgs, 'input'>>;
  agentUpdate?: Resolver<ResolversTypes['AgentPayload'], ParentType, ContextType, RequireFields<MutationAgentUpdateArgs, 'id' | 'input'>>;
  aiResponseRate?: Resolver<ResolversTypes['AiResponseRatePayload'], ParentType, ContextType, RequireFields<MutationAiResponseRateArgs, 'id' | 'input'>>;
  apiKeyCreate?: Resolver<ResolversTypes['ApiKeyCreatePayload'], ParentType, ContextType, RequireFields<MutationApiKeyCreateArgs, 'input'>>;
  apiKeyRevoke?: Resolver<ResolversTypes['ApiKeyRevokePayload'], ParentType, ContextType, RequireFields<MutationApiKeyRevokeArgs, 'id'>>;
  assistantResume?: Resolver<ResolversTypes['AssistantSwitchPayload'], ParentType, ContextType>;
  assistantStop?: Resolver<ResolversTypes['AssistantSwitchPayload'], ParentType, ContextType, RequireFields<MutationAssistantStopArgs, 'reason'>>;
  channelAccountConnect?: Resolver<ResolversTypes['ChannelAccountConnectPayload'], ParentType, ContextType, RequireFields<MutationChannelAccountConnectArgs, 'input'>>;
  channelAccountUpdate?: Resolver<ResolversTypes['ChannelAccountUpdatePayload'], ParentType, ContextType, RequireFields<MutationChannelAccountUpdateArgs, 'id' | 'input'>>;
  clientDocumentDelete?: Resolver<ResolversTypes['ClientDocumentDeletePayload'], ParentType, ContextType, RequireFields<MutationClientDocumentDeleteArgs, 'id'>>;
  conversationAssign?: Resolver<ResolversTypes['ConversationAssignPayload'], ParentType, ContextType, RequireFields<MutationConversationAssignArgs, 'id'>>;
  conversationBotSet?: Resolver<ResolversTypes['ConversationBotSetPayload'], ParentType, ContextType, RequireFields<MutationConversationBotSetArgs, 'active' | 'id'>>;
  conversationMarkRead?: Resolver<ResolversTypes['ConversationMarkReadPayload'], ParentType, ContextType, RequireFields<MutationConversationMarkReadArgs, 'id'>>;
  conversationPend?: Resolver<ResolversTypes['ConversationPendPayload'], ParentType, ContextType, RequireFields<MutationConversationPendArgs, 'id'>>;
  conversationReopen?: Resolver<ResolversTypes['ConversationReopenPayload'], ParentType, ContextType, RequireFields<MutationConversationReopenArgs, 'id'>>;
  conversationResolve?: Resolver<ResolversTypes['ConversationResolvePayload'], ParentType, ContextType, RequireFields<MutationConversationResolveArgs, 'id'>>;
  conversationSnooze?: Resolver<ResolversTypes['ConversationSnoozePayload'], ParentType, ContextType, RequireFields<MutationConversationSnoozeArgs, 'id' | 'until'>>;
  conversationSummarise?: Resolver<ResolversTypes['ConversationSummarisePayload'], ParentType, ContextType, RequireFields<MutationConversationSummariseArgs, 'id'>>;
  customerFactAdd?: Resolver<ResolversTypes['CustomerFactPayload'], ParentType, ContextType, RequireFields<MutationCustomerFactAddArgs, 'input'>>;
  customerFactErase?: Resolver<ResolversTypes['CustomerFactErasePayload'], ParentType, ContextType, RequireFields<MutationCustomerFactEraseArgs, 'id'>>;
  customerFactUpdate?: Resolver<ResolversTypes['CustomerFactPayload'], ParentType, ContextType, RequireFields<MutationCustomerFactUpdateArgs, 'id' | 'input'>>;
  customerUpdate?: Resolver<ResolversTypes['CustomerUpdatePayload'], ParentType, ContextType, RequireFields<MutationCustomerUpdateArgs, 'id' | 'input'>>;
  evaluationRun?: Resolver<ResolversTypes['EvaluationRunPayload'], ParentType, ContextType, RequireFields<MutationEvaluationRunArgs, 'input'>>;
  failedJobReplay?: Resolver<ResolversTypes['FailedJobReplayPayload'], ParentType, ContextType, RequireFields<MutationFailedJobReplayArgs, 'id'>>;
  knowledgeDocDelete?: Resolver<ResolversTypes['KnowledgeDocDeletePayload'], ParentType, ContextType, RequireFields<MutationKnowledgeDocDeleteArgs, 'id'>>;
  knowledgeDocFromUrl?: Resolver<ResolversTypes['KnowledgeDocSourcePayload'], ParentType, ContextType, RequireFields<MutationKnowledgeDocFromUrlArgs, 'input'>>;
  knowledgeDocHide?: Resolver<ResolversTypes['KnowledgeDocHidePayload'], ParentType, ContextType, RequireFields<MutationKnowledgeDocHideArgs, 'id'>>;
  knowledgeDocImport?: Resolver<ResolversTypes['KnowledgeDocImportPayload'], ParentType, ContextType, RequireFields<MutationKnowledgeDocImportArgs, 'input'>>;
  knowledgeDocRefetch?: Resolver<ResolversTypes['KnowledgeDocSourcePayload'], ParentType, ContextType, RequireFields<MutationKnowledgeDocRefetchArgs, 'id'>>;
  knowledgeDocShow?: Resolver<ResolversTypes['KnowledgeDocHidePayload'], ParentType, ContextType, RequireFields<MutationKnowledgeDocShowArgs, 'id'>>;
  knowledgeGapApprove?: Resolver<ResolversTypes['KnowledgeGapPayload'], ParentType, ContextType, RequireFields<MutationKnowledgeGapApproveArgs, 'input'>>;
  knowledgeGapDismiss?: Resolver<ResolversTypes['KnowledgeGapPayload'], ParentType, ContextType, RequireFields<MutationKnowledgeGapDismissArgs, 'input'>>;
  knowledgeReembed?: Resolver<ResolversTypes['KnowledgeReembedPayload'], ParentType, ContextType, RequireFields<MutationKnowledgeReembedArgs, 'model'>>;
  learnedAliasCreate?: Resolver<ResolversTypes['LearnedAliasPayload'], ParentType, ContextType, RequireFields<MutationLearnedAliasCreateArgs, 'input'>>;
  learnedAliasUpdate?: Resolver<ResolversTypes['LearnedAliasPayload'], ParentType, ContextType, RequireFields<MutationLearnedAliasUpdateArgs, 'id' | 'input'>>;
  learnedExampleUpdate?: Resolver<ResolversTypes['LearnedExamplePayload'], ParentType, ContextType, RequireFields<MutationLearnedExampleUpdateArgs, 'id' | 'input'>>;
  login?: Resolver<ResolversTypes['LoginPayload'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'email' | 'password'>>;
  logout?: Resolver<ResolversTypes['LogoutPayload'], ParentType, ContextType>;
  memberAdd?: Resolver<ResolversTypes['MemberAddPayload'], ParentType, ContextType, RequireFields<MutationMemberAddArgs, 'input'>>;
  memberIdentityLink?: Resolver<ResolversTypes['MemberIdentityLinkPayload'], ParentType, ContextType, RequireFields<MutationMemberIdentityLinkArgs, 'id' | 'input'>>;
  memberIdentityUnlink?: Resolver<ResolversTypes['MemberIdentityUnlinkPayload'], ParentType, ContextType, RequireFields<MutationMemberIdentityUnlinkArgs, 'id' | 'input'>>;
  memberRemove?: Resolver<ResolversTypes['MemberRemovePayload'], ParentType, ContextType, RequireFields<MutationMemberRemoveArgs, 'id'>>;
  memberUpdate?: Resolver<ResolversTypes['MemberUpdatePayload'], ParentType, ContextType, RequireFields<MutationMemberUpdateArgs, 'id' | 'input'>>;
  messageSend?: Resolver<ResolversTypes['MessageSendPayload'], ParentType, ContextType, RequireFields<MutationMessageSendArgs, 'conversationId' | 'input'>>;
  orderCancel?: Resolver<ResolversTypes['OrderCancelPayload'], ParentType, ContextType, RequireFields<MutationOrderCancelArgs, 'id' | 'reason'>>;
  orderChangeProposalAccept?: Resolver<ResolversTypes['OrderChangeProposalAcceptPayload'], ParentType, ContextType, RequireFields<MutationOrderChangeProposalAcceptArgs, 'id'>>;
  orderChangeProposalReject?: Resolver<ResolversTypes['OrderChangeProposalRejectPayload'], ParentType, ContextType, RequireFields<MutationOrderChangeProposalRejectArgs, 'id'>>;
  orderConfirm?: Resolver<ResolversTypes['OrderConfirmPayload'], ParentType, ContextType, RequireFields<MutationOrderConfirmArgs, 'id'>>;
  orderCreate?: Resolver<ResolversTypes['OrderCreatePayload'], ParentType, ContextType, RequireFields<MutationOrderCreateArgs, 'input'>>;
  orderHold?: Resolver<ResolversTypes['OrderHoldPayload'], ParentType, ContextType, RequireFields<MutationOrderHoldArgs, 'id'>>;
  orderLinesEdit?: Resolver<ResolversTypes['OrderLinesEditPayload'], ParentType, ContextType, RequireFields<MutationOrderLinesEditArgs, 'id' | 'lines'>>;
  orderReject?: Resolver<ResolversTypes['OrderRejectPayload'], ParentType, ContextType, RequireFields<MutationOrderRejectArgs, 'id' | 'reason'>>;
  orderReviewClaim?: Resolver<ResolversTypes['OrderReviewClaimPayload'], ParentType, ContextType, RequireFields<MutationOrderReviewClaimArgs, 'id'>>;
  orderReviewRelease?: Resolver<ResolversTypes['OrderReviewReleasePayload'], ParentType, ContextType, RequireFields<MutationOrderReviewReleaseArgs, 'id'>>;
  orderTransition?: Resolver<ResolversTypes['OrderTransitionPayload'], ParentType, ContextType, RequireFields<MutationOrderTransitionArgs, 'id' | 'to'>>;
  passwordChange?: Resolver<ResolversTypes['PasswordChangePayload'], ParentType, ContextType, RequireFields<MutationPasswordChangeArgs, 'currentPassword' | 'newPassword'>>;
  piiFindingReview?: Resolver<ResolversTypes['PiiFindingReviewPayload'], ParentType, ContextType, RequireFields<MutationPiiFindingReviewArgs, 'decision' | 'expectedVersion' | 'id'>>;
  piiRuleArchive?: Resolver<ResolversTypes['PiiRulePayload'], ParentType, ContextType, RequireFields<MutationPiiRuleArchiveArgs, 'expectedVersion' | 'id'>>;
  piiRuleCreate?: Resolver<ResolversTypes['PiiRulePayload'], ParentType, ContextType, RequireFields<MutationPiiRuleCreateArgs, 'input'>>;
  piiRuleUpdate?: Resolver<ResolversTypes['PiiRulePayload'], ParentType, ContextType, RequireFields<MutationPiiRuleUpdateArgs, 'expectedVersion' | 'id' | 'input'>>;
  productArchive?: Resolver<ResolversTypes['ProductArchivePayload'], ParentType, ContextType, RequireFields<MutationProductArchiveArgs, 'id'>>;
  productImport?: Resolver<ResolversTypes['ProductImportPayload'], ParentType, ContextType, RequireFields<MutationProductImportArgs, 'input'>>;
  productUpdate?: Resolver<ResolversTypes['ProductUpdatePayload'], ParentType, ContextType, RequireFields<MutationProductUpdateArgs, 'id' | 'input'>>;
  promptRelease?: Resolver<ResolversTypes['PromptReleasePayload'], ParentType, ContextType, RequireFields<MutationPromptReleaseArgs, 'id' | 'input'>>;
  promptRollback?: Resolver<ResolversTypes['PromptReleasePayload'], ParentType, ContextType, RequireFields<MutationPromptRollbackArgs, 'id'>>;
  promptVersionCreate?: Resolver<ResolversTypes['PromptVersionPayload'], ParentType, ContextType, RequireFields<MutationPromptVersionCreateArgs, 'input'>>;
  sessionRefresh?: Resolver<ResolversTypes['SessionRefreshPayload'], ParentType, ContextType, RequireFields<MutationSessionRefreshArgs, 'refreshToken'>>;
  sessionRevoke?: Resolver<ResolversTypes['SessionRevokePayload'], ParentType, ContextType, RequireFields<MutationSessionRevokeArgs, 'id'>>;
  tenantUpdate?: Resolver<ResolversTypes['TenantUpdatePayload'], ParentType, ContextType, RequireFields<MutationTenantUpdateArgs, 'input'>>;
  trustedDocumentsRegister?: Resolver<ResolversTypes['TrustedDocumentsRegisterPayload'], ParentType, ContextType, RequireFields<MutationTrustedDocumentsRegisterArgs, 'input'>>;
};

export type NodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Agent' | 'AiResponse' | 'ApiClient' | 'Category' | 'ChannelAccount' | 'Conversation' | 'ConversationEvent' | 'Customer' | 'CustomerFact' | 'CustomerIdentity' | 'EvaluationRun' | 'KnowledgeChunk' | 'KnowledgeDoc' | 'KnowledgeGap' | 'LearnedAlias' | 'LearnedExample' | 'Membership' | 'Message' | 'MessagePiiFinding' | 'Order' | 'OrderChangeProposal' | 'PiiRule' | 'Product' | 'ProductVariant' | 'Prompt' | 'PromptVersion' | 'Tenant' | 'User', ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = any, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = any, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  availableTransitions?: Resolver<ReadonlyArray<ResolversTypes['OrderStatus']>, ParentType, ContextType>;
  changeProposals?: Resolver<ReadonlyArray<ResolversTypes['OrderChangeProposal']>, ParentType, ContextType>;
  claim?: Resolver<Maybe<ResolversTypes['OrderReviewClaim']>, ParentType, ContextType>;
  closedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  draftQuestion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  possibleDuplicateOf?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  repeats?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  requiresReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reviewReasons?: Resolver<ReadonlyArray<ResolversTypes['ReviewReason']>, ParentType, ContextType>;
  reviewRequestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['OrderSource'], ParentType, ContextType>;
  sourceMessages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Message']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderCancelPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderCancelPayload'] = ResolversParentTypes['OrderCancelPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderChangeProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderChangeProposal'] = ResolversParentTypes['OrderChangeProposal']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrderChangeKind'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ProposedOrderLine']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  orderVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewReasons?: Resolver<ReadonlyArray<ResolversTypes['ReviewReason']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderChangeState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['TextSpan']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderChangeProposalAcceptPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderChangeProposalAcceptPayload'] = ResolversParentTypes['OrderChangeProposalAcceptPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['OrderChangeProposal']>, ParentType, ContextType>;
};

export type OrderChangeProposalConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderChangeProposalConnection'] = ResolversParentTypes['OrderChangeProposalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderChangeProposalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OrderChangeProposal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderChangeProposalEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderChangeProposalEdge'] = ResolversParentTypes['OrderChangeProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderChangeProposal'], ParentType, ContextType>;
};

export type OrderChangeProposalRejectPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderChangeProposalRejectPayload'] = ResolversParentTypes['OrderChangeProposalRejectPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['OrderChangeProposal']>, ParentType, ContextType>;
};

export type OrderConfirmPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderConfirmPayload'] = ResolversParentTypes['OrderConfirmPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderCreatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderCreatePayload'] = ResolversParentTypes['OrderCreatePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderExtractionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderExtraction'] = ResolversParentTypes['OrderExtraction']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  intents?: Resolver<ReadonlyArray<ResolversTypes['MessageIntent']>, ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ExtractedLine']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needsReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reviewReasons?: Resolver<ReadonlyArray<ResolversTypes['ReviewReason']>, ParentType, ContextType>;
};

export type OrderHoldPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderHoldPayload'] = ResolversParentTypes['OrderHoldPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  candidates?: Resolver<ReadonlyArray<ResolversTypes['ProductCandidate']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  convertedFrom?: Resolver<Maybe<ResolversTypes['SaidAmount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learnedFrom?: Resolver<Maybe<ResolversTypes['LearnedAlias']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['OrderLineOption']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reviewReasons?: Resolver<ReadonlyArray<ResolversTypes['ReviewReason']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['OrderLineSource'], ParentType, ContextType>;
  spans?: Resolver<ReadonlyArray<ResolversTypes['TextSpan']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['OrderLineVariant']>, ParentType, ContextType>;
  wouldBeSure?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderLineOptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderLineOption'] = ResolversParentTypes['OrderLineOption']> = {
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  negated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  qualifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderLineVariantResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderLineVariant'] = ResolversParentTypes['OrderLineVariant']> = {
  axis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
};

export type OrderLinesEditPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderLinesEditPayload'] = ResolversParentTypes['OrderLinesEditPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderNotEditableResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderNotEditable'] = ResolversParentTypes['OrderNotEditable']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotInReviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderNotInReview'] = ResolversParentTypes['OrderNotInReview']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderRejectPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderRejectPayload'] = ResolversParentTypes['OrderRejectPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderReviewClaimResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderReviewClaim'] = ResolversParentTypes['OrderReviewClaim']> = {
  by?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OrderReviewClaimPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderReviewClaimPayload'] = ResolversParentTypes['OrderReviewClaimPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderReviewEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderReviewEvent'] = ResolversParentTypes['OrderReviewEvent']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['OrderReviewEventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderReviewReleasePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderReviewReleasePayload'] = ResolversParentTypes['OrderReviewReleasePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderTransitionPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderTransitionPayload'] = ResolversParentTypes['OrderTransitionPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderTransitionRefusedResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrderTransitionRefused'] = ResolversParentTypes['OrderTransitionRefused']> = {
  allowed?: Resolver<ReadonlyArray<ResolversTypes['OrderStatus']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordChangePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PasswordChangePayload'] = ResolversParentTypes['PasswordChangePayload']> = {
  changed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PermissionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Permission'] = ResolversParentTypes['Permission']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  heldByRoles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PiiFindingResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiFinding'] = ResolversParentTypes['PiiFinding']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PiiType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PiiFindingReviewPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiFindingReviewPayload'] = ResolversParentTypes['PiiFindingReviewPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  finding?: Resolver<Maybe<ResolversTypes['MessagePiiFinding']>, ParentType, ContextType>;
};

export type PiiReviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiReview'] = ResolversParentTypes['PiiReview']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type PiiRuleResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiRule'] = ResolversParentTypes['PiiRule']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  contextWords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['PiiRuleEffect'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PiiRuleState'], ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PiiRuleConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiRuleConnection'] = ResolversParentTypes['PiiRuleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PiiRuleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PiiRule']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PiiRuleEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiRuleEdge'] = ResolversParentTypes['PiiRuleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PiiRule'], ParentType, ContextType>;
};

export type PiiRulePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PiiRulePayload'] = ResolversParentTypes['PiiRulePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['PiiRule']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = any, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['ProductOptionGroup']>, ParentType, ContextType>;
  packs?: Resolver<ReadonlyArray<ResolversTypes['ProductPack']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductArchivePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductArchivePayload'] = ResolversParentTypes['ProductArchivePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
};

export type ProductCandidateResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductCandidate'] = ResolversParentTypes['ProductCandidate']> = {
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductImportPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductImportPayload'] = ResolversParentTypes['ProductImportPayload']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductOptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductOption'] = ResolversParentTypes['ProductOption']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductOptionGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductOptionGroup'] = ResolversParentTypes['ProductOptionGroup']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['ProductOption']>, ParentType, ContextType>;
};

export type ProductPackResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductPack'] = ResolversParentTypes['ProductPack']> = {
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductUpdatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductUpdatePayload'] = ResolversParentTypes['ProductUpdatePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  axis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromptResolvers<ContextType = any, ParentType extends ResolversParentTypes['Prompt'] = ResolversParentTypes['Prompt']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['OwnPromptLevel'], ParentType, ContextType>;
  release?: Resolver<Maybe<ResolversTypes['PromptRelease']>, ParentType, ContextType>;
  releases?: Resolver<ResolversTypes['PromptReleaseConnection'], ParentType, ContextType, Partial<PromptReleasesArgs>>;
  task?: Resolver<ResolversTypes['AiTask'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['PromptVersionConnection'], ParentType, ContextType, Partial<PromptVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromptConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptConnection'] = ResolversParentTypes['PromptConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PromptEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Prompt']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromptEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptEdge'] = ResolversParentTypes['PromptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Prompt'], ParentType, ContextType>;
};

export type PromptInForceResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptInForce'] = ResolversParentTypes['PromptInForce']> = {
  level?: Resolver<ResolversTypes['PromptLevel'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['PromptVersion']>, ParentType, ContextType>;
};

export type PromptReleaseResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptRelease'] = ResolversParentTypes['PromptRelease']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  isRollback?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shares?: Resolver<ReadonlyArray<ResolversTypes['PromptShare']>, ParentType, ContextType>;
};

export type PromptReleaseConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptReleaseConnection'] = ResolversParentTypes['PromptReleaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PromptReleaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PromptRelease']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromptReleaseEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptReleaseEdge'] = ResolversParentTypes['PromptReleaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PromptRelease'], ParentType, ContextType>;
};

export type PromptReleasePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptReleasePayload'] = ResolversParentTypes['PromptReleasePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  prompt?: Resolver<Maybe<ResolversTypes['Prompt']>, ParentType, ContextType>;
};

export type PromptShareResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptShare'] = ResolversParentTypes['PromptShare']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['PromptVersion'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromptVariableResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptVariable'] = ResolversParentTypes['PromptVariable']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PromptVariableType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PromptVersionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptVersion'] = ResolversParentTypes['PromptVersion']> = {
  answers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageConfidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  badRatings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  goodRatings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prompt?: Resolver<ResolversTypes['Prompt'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PromptVersionState'], ParentType, ContextType>;
  template?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variables?: Resolver<ReadonlyArray<ResolversTypes['PromptVariable']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromptVersionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptVersionConnection'] = ResolversParentTypes['PromptVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PromptVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PromptVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromptVersionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptVersionEdge'] = ResolversParentTypes['PromptVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PromptVersion'], ParentType, ContextType>;
};

export type PromptVersionPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['PromptVersionPayload'] = ResolversParentTypes['PromptVersionPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['PromptVersion']>, ParentType, ContextType>;
};

export type ProposedLineVariantResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProposedLineVariant'] = ResolversParentTypes['ProposedLineVariant']> = {
  axis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProposedOrderLineResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProposedOrderLine'] = ResolversParentTypes['ProposedOrderLine']> = {
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['OrderLineOption']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['ProposedLineVariant']>, ParentType, ContextType>;
};

export type QuarantinedEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantinedEvent'] = ResolversParentTypes['QuarantinedEvent']> = {
  channelAccount?: Resolver<ResolversTypes['ChannelAccount'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['QuarantineReason'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type QuarantinedEventConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantinedEventConnection'] = ResolversParentTypes['QuarantinedEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QuarantinedEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QuarantinedEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuarantinedEventEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuarantinedEventEdge'] = ResolversParentTypes['QuarantinedEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuarantinedEvent'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, Partial<QueryAgentsArgs>>;
  aiBudget?: Resolver<ResolversTypes['AiBudget'], ParentType, ContextType>;
  aiErrors?: Resolver<ResolversTypes['AiResponseConnection'], ParentType, ContextType, Partial<QueryAiErrorsArgs>>;
  aiOrderCosts?: Resolver<ResolversTypes['AiOrderCosts'], ParentType, ContextType, RequireFields<QueryAiOrderCostsArgs, 'from' | 'to'>>;
  aiResponses?: Resolver<ResolversTypes['AiResponseConnection'], ParentType, ContextType, Partial<QueryAiResponsesArgs>>;
  aiUsage?: Resolver<ReadonlyArray<ResolversTypes['AiUsage']>, ParentType, ContextType, RequireFields<QueryAiUsageArgs, 'by' | 'from' | 'to'>>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, Partial<QueryApiKeysArgs>>;
  assistantStoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  builtInPrompts?: Resolver<ReadonlyArray<ResolversTypes['BuiltInPrompt']>, ParentType, ContextType>;
  categories?: Resolver<ResolversTypes['CategoryConnection'], ParentType, ContextType, Partial<QueryCategoriesArgs>>;
  channelAccounts?: Resolver<ResolversTypes['ChannelAccountConnection'], ParentType, ContextType, Partial<QueryChannelAccountsArgs>>;
  clientDocuments?: Resolver<ResolversTypes['ClientDocumentConnection'], ParentType, ContextType, Partial<QueryClientDocumentsArgs>>;
  confidenceCalibration?: Resolver<ResolversTypes['ConfidenceCalibration'], ParentType, ContextType>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, Partial<QueryConversationsArgs>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, RequireFields<QueryCustomersArgs, 'orderBy'>>;
  evaluationRuns?: Resolver<ResolversTypes['EvaluationRunConnection'], ParentType, ContextType, Partial<QueryEvaluationRunsArgs>>;
  explainCost?: Resolver<ResolversTypes['CostExplanation'], ParentType, ContextType, RequireFields<QueryExplainCostArgs, 'document'>>;
  failedJobs?: Resolver<ReadonlyArray<ResolversTypes['FailedJob']>, ParentType, ContextType, RequireFields<QueryFailedJobsArgs, 'first'>>;
  knowledgeDocs?: Resolver<ResolversTypes['KnowledgeDocConnection'], ParentType, ContextType, Partial<QueryKnowledgeDocsArgs>>;
  knowledgeEmbedding?: Resolver<ResolversTypes['KnowledgeEmbedding'], ParentType, ContextType>;
  knowledgeGaps?: Resolver<ResolversTypes['KnowledgeGapConnection'], ParentType, ContextType, Partial<QueryKnowledgeGapsArgs>>;
  knowledgeSearch?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeHit']>, ParentType, ContextType, RequireFields<QueryKnowledgeSearchArgs, 'first' | 'query'>>;
  learnedAliases?: Resolver<ResolversTypes['LearnedAliasConnection'], ParentType, ContextType, Partial<QueryLearnedAliasesArgs>>;
  learnedExamples?: Resolver<ResolversTypes['LearnedExampleConnection'], ParentType, ContextType, Partial<QueryLearnedExamplesArgs>>;
  members?: Resolver<ResolversTypes['MembershipConnection'], ParentType, ContextType, Partial<QueryMembersArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  orderByNumber?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderByNumberArgs, 'number'>>;
  orderChangeProposals?: Resolver<ResolversTypes['OrderChangeProposalConnection'], ParentType, ContextType, RequireFields<QueryOrderChangeProposalsArgs, 'state'>>;
  orderExtractionPreview?: Resolver<ResolversTypes['OrderExtraction'], ParentType, ContextType, RequireFields<QueryOrderExtractionPreviewArgs, 'text'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, RequireFields<QueryOrdersArgs, 'orderBy'>>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['Permission']>, ParentType, ContextType>;
  piiFindings?: Resolver<ResolversTypes['MessagePiiFindingConnection'], ParentType, ContextType, Partial<QueryPiiFindingsArgs>>;
  piiRulePreview?: Resolver<ReadonlyArray<ResolversTypes['PiiFinding']>, ParentType, ContextType, RequireFields<QueryPiiRulePreviewArgs, 'input' | 'text'>>;
  piiRules?: Resolver<ResolversTypes['PiiRuleConnection'], ParentType, ContextType, Partial<QueryPiiRulesArgs>>;
  piiScan?: Resolver<ReadonlyArray<ResolversTypes['PiiFinding']>, ParentType, ContextType, RequireFields<QueryPiiScanArgs, 'text'>>;
  productBySku?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductBySkuArgs, 'sku'>>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<QueryProductsArgs>>;
  promptInForce?: Resolver<Maybe<ResolversTypes['PromptInForce']>, ParentType, ContextType, RequireFields<QueryPromptInForceArgs, 'task'>>;
  prompts?: Resolver<ResolversTypes['PromptConnection'], ParentType, ContextType, Partial<QueryPromptsArgs>>;
  quarantinedEvents?: Resolver<ResolversTypes['QuarantinedEventConnection'], ParentType, ContextType, Partial<QueryQuarantinedEventsArgs>>;
  reviewQueue?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<QueryReviewQueueArgs>>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, Partial<QuerySessionsArgs>>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  thresholdPreview?: Resolver<ResolversTypes['ThresholdPreview'], ParentType, ContextType, RequireFields<QueryThresholdPreviewArgs, 'from' | 'to'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type ReactionContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReactionContent'] = ResolversParentTypes['ReactionContent']> = {
  emoji?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetProviderMessageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplySuggestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReplySuggestion'] = ResolversParentTypes['ReplySuggestion']> = {
  aiResponse?: Resolver<Maybe<ResolversTypes['AiResponse']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unsupported?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReplySuggestionEventResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReplySuggestionEvent'] = ResolversParentTypes['ReplySuggestionEvent']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  startsAnew?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['ReplySuggestion']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReplyWindowResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReplyWindow'] = ResolversParentTypes['ReplyWindow']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReviewReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewReason'] = ResolversParentTypes['ReviewReason']> = {
  code?: Resolver<ResolversTypes['ReviewReasonCode'], ParentType, ContextType>;
  linePosition?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SaidAmountResolvers<ContextType = any, ParentType extends ResolversParentTypes['SaidAmount'] = ResolversParentTypes['SaidAmount']> = {
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SessionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SessionRefreshPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['SessionRefreshPayload'] = ResolversParentTypes['SessionRefreshPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['ViewerTenant']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionRevokePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['SessionRevokePayload'] = ResolversParentTypes['SessionRevokePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type ShadowReadingResolvers<ContextType = any, ParentType extends ResolversParentTypes['ShadowReading'] = ResolversParentTypes['ShadowReading']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  costMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latencyMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type ShadowReadingConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ShadowReadingConnection'] = ResolversParentTypes['ShadowReadingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShadowReadingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ShadowReading']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShadowReadingEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ShadowReadingEdge'] = ResolversParentTypes['ShadowReadingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ShadowReading'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  assistantSwitched?: SubscriptionResolver<ResolversTypes['AssistantSwitchedEvent'], "assistantSwitched", ParentType, ContextType, Partial<SubscriptionAssistantSwitchedArgs>>;
  evaluationProgress?: SubscriptionResolver<ResolversTypes['EvaluationProgressEvent'], "evaluationProgress", ParentType, ContextType, Partial<SubscriptionEvaluationProgressArgs>>;
  inboxEvents?: SubscriptionResolver<ResolversTypes['InboxEvent'], "inboxEvents", ParentType, ContextType, Partial<SubscriptionInboxEventsArgs>>;
  messageAdded?: SubscriptionResolver<ResolversTypes['MessageAddedEvent'], "messageAdded", ParentType, ContextType, Partial<SubscriptionMessageAddedArgs>>;
  orderReviewEvents?: SubscriptionResolver<ResolversTypes['OrderReviewEvent'], "orderReviewEvents", ParentType, ContextType, Partial<SubscriptionOrderReviewEventsArgs>>;
  replySuggestion?: SubscriptionResolver<ResolversTypes['ReplySuggestionEvent'], "replySuggestion", ParentType, ContextType, RequireFields<SubscriptionReplySuggestionArgs, 'conversationId'>>;
  usageAlerts?: SubscriptionResolver<ResolversTypes['UsageAlert'], "usageAlerts", ParentType, ContextType, Partial<SubscriptionUsageAlertsArgs>>;
};

export type SystemActorResolvers<ContextType = any, ParentType extends ResolversParentTypes['SystemActor'] = ResolversParentTypes['SystemActor']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SystemContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['SystemContent'] = ResolversParentTypes['SystemContent']> = {
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantResolvers<ContextType = any, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant']> = {
  aiConfidenceThreshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  aiSampleRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  aiTargetErrorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  autoConfirm?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  debounceMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  effectiveConfidenceThreshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  linkVerifiedEmail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  monthlyAiBudgetMicroUsd?: Resolver<Maybe<ResolversTypes['Long']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redactPrompts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['TenantTier'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenantUpdatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TenantUpdatePayload'] = ResolversParentTypes['TenantUpdatePayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
};

export type TextContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['TextContent'] = ResolversParentTypes['TextContent']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['MessageReferral']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TextSpanResolvers<ContextType = any, ParentType extends ResolversParentTypes['TextSpan'] = ResolversParentTypes['TextSpan']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ThresholdPreviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['ThresholdPreview'] = ResolversParentTypes['ThresholdPreview']> = {
  confirmedAlone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmedAloneThen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorRateAtMost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  knownErrors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewedThen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TimelineConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TimelineConnection'] = ResolversParentTypes['TimelineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimelineEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEntry'], ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  __resolveType: TypeResolveFn<'ConversationEvent' | 'Message', ParentType, ContextType>;
};

export type TrustedDocumentsRegisterPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrustedDocumentsRegisterPayload'] = ResolversParentTypes['TrustedDocumentsRegisterPayload']> = {
  documents?: Resolver<ReadonlyArray<ResolversTypes['ClientDocument']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnsupportedContentResolvers<ContextType = any, ParentType extends ResolversParentTypes['UnsupportedContent'] = ResolversParentTypes['UnsupportedContent']> = {
  providerType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UsageAlertResolvers<ContextType = any, ParentType extends ResolversParentTypes['UsageAlert'] = ResolversParentTypes['UsageAlert']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  limitMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  spentMicroUsd?: Resolver<ResolversTypes['Long'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = any, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = any, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ClaimedByOther' | 'EvaluationWorse' | 'InvalidInput' | 'NotFound' | 'OrderNotEditable' | 'OrderNotInReview' | 'OrderTransitionRefused' | 'Refusal' | 'VersionConflict' | 'WindowClosed', ParentType, ContextType>;
};

export type VersionConflictResolvers<ContextType = any, ParentType extends ResolversParentTypes['VersionConflict'] = ResolversParentTypes['VersionConflict']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  apiClient?: Resolver<Maybe<ResolversTypes['ApiClient']>, ParentType, ContextType>;
  can?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<ViewerCanArgs, 'permission'>>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  membership?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
  tenants?: Resolver<ReadonlyArray<ResolversTypes['ViewerTenant']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ViewerTenantResolvers<ContextType = any, ParentType extends ResolversParentTypes['ViewerTenant'] = ResolversParentTypes['ViewerTenant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WindowClosedResolvers<ContextType = any, ParentType extends ResolversParentTypes['WindowClosed'] = ResolversParentTypes['WindowClosed']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  windowExpiredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Actor?: ActorResolvers<ContextType>;
  Agent?: AgentResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentEdge?: AgentEdgeResolvers<ContextType>;
  AgentPayload?: AgentPayloadResolvers<ContextType>;
  AgentScore?: AgentScoreResolvers<ContextType>;
  AiBudget?: AiBudgetResolvers<ContextType>;
  AiChannelCosts?: AiChannelCostsResolvers<ContextType>;
  AiOrderCosts?: AiOrderCostsResolvers<ContextType>;
  AiRating?: AiRatingResolvers<ContextType>;
  AiResponse?: AiResponseResolvers<ContextType>;
  AiResponseConnection?: AiResponseConnectionResolvers<ContextType>;
  AiResponseEdge?: AiResponseEdgeResolvers<ContextType>;
  AiResponseRatePayload?: AiResponseRatePayloadResolvers<ContextType>;
  AiUsage?: AiUsageResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyCreatePayload?: ApiKeyCreatePayloadResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyRevokePayload?: ApiKeyRevokePayloadResolvers<ContextType>;
  AssistantActor?: AssistantActorResolvers<ContextType>;
  AssistantSwitchPayload?: AssistantSwitchPayloadResolvers<ContextType>;
  AssistantSwitchedEvent?: AssistantSwitchedEventResolvers<ContextType>;
  BuiltInPrompt?: BuiltInPromptResolvers<ContextType>;
  CalibrationPoint?: CalibrationPointResolvers<ContextType>;
  CartContent?: CartContentResolvers<ContextType>;
  CartItem?: CartItemResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryConnection?: CategoryConnectionResolvers<ContextType>;
  CategoryEdge?: CategoryEdgeResolvers<ContextType>;
  ChannelAccount?: ChannelAccountResolvers<ContextType>;
  ChannelAccountConnectPayload?: ChannelAccountConnectPayloadResolvers<ContextType>;
  ChannelAccountConnection?: ChannelAccountConnectionResolvers<ContextType>;
  ChannelAccountEdge?: ChannelAccountEdgeResolvers<ContextType>;
  ChannelAccountHealth?: ChannelAccountHealthResolvers<ContextType>;
  ChannelAccountUpdatePayload?: ChannelAccountUpdatePayloadResolvers<ContextType>;
  ChoiceContent?: ChoiceContentResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  ClaimedByOther?: ClaimedByOtherResolvers<ContextType>;
  ClientDocument?: ClientDocumentResolvers<ContextType>;
  ClientDocumentConnection?: ClientDocumentConnectionResolvers<ContextType>;
  ClientDocumentDeletePayload?: ClientDocumentDeletePayloadResolvers<ContextType>;
  ClientDocumentEdge?: ClientDocumentEdgeResolvers<ContextType>;
  ConfidenceCalibration?: ConfidenceCalibrationResolvers<ContextType>;
  ContactCard?: ContactCardResolvers<ContextType>;
  ContactsContent?: ContactsContentResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationAssignPayload?: ConversationAssignPayloadResolvers<ContextType>;
  ConversationBot?: ConversationBotResolvers<ContextType>;
  ConversationBotSetPayload?: ConversationBotSetPayloadResolvers<ContextType>;
  ConversationChangedEvent?: ConversationChangedEventResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationEvent?: ConversationEventResolvers<ContextType>;
  ConversationMarkReadPayload?: ConversationMarkReadPayloadResolvers<ContextType>;
  ConversationPendPayload?: ConversationPendPayloadResolvers<ContextType>;
  ConversationReopenPayload?: ConversationReopenPayloadResolvers<ContextType>;
  ConversationResolvePayload?: ConversationResolvePayloadResolvers<ContextType>;
  ConversationSnoozePayload?: ConversationSnoozePayloadResolvers<ContextType>;
  ConversationStatusChange?: ConversationStatusChangeResolvers<ContextType>;
  ConversationSummarisePayload?: ConversationSummarisePayloadResolvers<ContextType>;
  ConversationSummary?: ConversationSummaryResolvers<ContextType>;
  CostExplanation?: CostExplanationResolvers<ContextType>;
  CostMeasure?: CostMeasureResolvers<ContextType>;
  CostPart?: CostPartResolvers<ContextType>;
  CostRefusal?: CostRefusalResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerActor?: CustomerActorResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerFact?: CustomerFactResolvers<ContextType>;
  CustomerFactConnection?: CustomerFactConnectionResolvers<ContextType>;
  CustomerFactEdge?: CustomerFactEdgeResolvers<ContextType>;
  CustomerFactErasePayload?: CustomerFactErasePayloadResolvers<ContextType>;
  CustomerFactPayload?: CustomerFactPayloadResolvers<ContextType>;
  CustomerIdentity?: CustomerIdentityResolvers<ContextType>;
  CustomerUpdatePayload?: CustomerUpdatePayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeletionContent?: DeletionContentResolvers<ContextType>;
  EditContent?: EditContentResolvers<ContextType>;
  EvaluationFigures?: EvaluationFiguresResolvers<ContextType>;
  EvaluationProgressEvent?: EvaluationProgressEventResolvers<ContextType>;
  EvaluationResult?: EvaluationResultResolvers<ContextType>;
  EvaluationResultConnection?: EvaluationResultConnectionResolvers<ContextType>;
  EvaluationResultEdge?: EvaluationResultEdgeResolvers<ContextType>;
  EvaluationRun?: EvaluationRunResolvers<ContextType>;
  EvaluationRunConnection?: EvaluationRunConnectionResolvers<ContextType>;
  EvaluationRunEdge?: EvaluationRunEdgeResolvers<ContextType>;
  EvaluationRunPayload?: EvaluationRunPayloadResolvers<ContextType>;
  EvaluationWorse?: EvaluationWorseResolvers<ContextType>;
  ExtractedLine?: ExtractedLineResolvers<ContextType>;
  ExtractedOption?: ExtractedOptionResolvers<ContextType>;
  FailedJob?: FailedJobResolvers<ContextType>;
  FailedJobReplayPayload?: FailedJobReplayPayloadResolvers<ContextType>;
  FlowContent?: FlowContentResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KnowledgeChunk?: KnowledgeChunkResolvers<ContextType>;
  KnowledgeChunkConnection?: KnowledgeChunkConnectionResolvers<ContextType>;
  KnowledgeChunkEdge?: KnowledgeChunkEdgeResolvers<ContextType>;
  KnowledgeDoc?: KnowledgeDocResolvers<ContextType>;
  KnowledgeDocConnection?: KnowledgeDocConnectionResolvers<ContextType>;
  KnowledgeDocDeletePayload?: KnowledgeDocDeletePayloadResolvers<ContextType>;
  KnowledgeDocEdge?: KnowledgeDocEdgeResolvers<ContextType>;
  KnowledgeDocHidePayload?: KnowledgeDocHidePayloadResolvers<ContextType>;
  KnowledgeDocImportPayload?: KnowledgeDocImportPayloadResolvers<ContextType>;
  KnowledgeDocSourcePayload?: KnowledgeDocSourcePayloadResolvers<ContextType>;
  KnowledgeEmbedding?: KnowledgeEmbeddingResolvers<ContextType>;
  KnowledgeEmbeddingBuild?: KnowledgeEmbeddingBuildResolvers<ContextType>;
  KnowledgeGap?: KnowledgeGapResolvers<ContextType>;
  KnowledgeGapConnection?: KnowledgeGapConnectionResolvers<ContextType>;
  KnowledgeGapDraft?: KnowledgeGapDraftResolvers<ContextType>;
  KnowledgeGapEdge?: KnowledgeGapEdgeResolvers<ContextType>;
  KnowledgeGapPayload?: KnowledgeGapPayloadResolvers<ContextType>;
  KnowledgeGapQuestion?: KnowledgeGapQuestionResolvers<ContextType>;
  KnowledgeGapQuestionConnection?: KnowledgeGapQuestionConnectionResolvers<ContextType>;
  KnowledgeGapQuestionEdge?: KnowledgeGapQuestionEdgeResolvers<ContextType>;
  KnowledgeHighlight?: KnowledgeHighlightResolvers<ContextType>;
  KnowledgeHit?: KnowledgeHitResolvers<ContextType>;
  KnowledgeReembedPayload?: KnowledgeReembedPayloadResolvers<ContextType>;
  KnowledgeSource?: KnowledgeSourceResolvers<ContextType>;
  LearnedAlias?: LearnedAliasResolvers<ContextType>;
  LearnedAliasConnection?: LearnedAliasConnectionResolvers<ContextType>;
  LearnedAliasEdge?: LearnedAliasEdgeResolvers<ContextType>;
  LearnedAliasPayload?: LearnedAliasPayloadResolvers<ContextType>;
  LearnedExample?: LearnedExampleResolvers<ContextType>;
  LearnedExampleConnection?: LearnedExampleConnectionResolvers<ContextType>;
  LearnedExampleEdge?: LearnedExampleEdgeResolvers<ContextType>;
  LearnedExamplePayload?: LearnedExamplePayloadResolvers<ContextType>;
  LiveEvent?: LiveEventResolvers<ContextType>;
  LocationContent?: LocationContentResolvers<ContextType>;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  LogoutPayload?: LogoutPayloadResolvers<ContextType>;
  Long?: GraphQLScalarType;
  MediaContent?: MediaContentResolvers<ContextType>;
  MemberAddPayload?: MemberAddPayloadResolvers<ContextType>;
  MemberIdentity?: MemberIdentityResolvers<ContextType>;
  MemberIdentityLinkPayload?: MemberIdentityLinkPayloadResolvers<ContextType>;
  MemberIdentityUnlinkPayload?: MemberIdentityUnlinkPayloadResolvers<ContextType>;
  MemberRemovePayload?: MemberRemovePayloadResolvers<ContextType>;
  MemberUpdatePayload?: MemberUpdatePayloadResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  MembershipConnection?: MembershipConnectionResolvers<ContextType>;
  MembershipEdge?: MembershipEdgeResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageAddedEvent?: MessageAddedEventResolvers<ContextType>;
  MessageChangedEvent?: MessageChangedEventResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageContent?: MessageContentResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageError?: MessageErrorResolvers<ContextType>;
  MessagePiiFinding?: MessagePiiFindingResolvers<ContextType>;
  MessagePiiFindingConnection?: MessagePiiFindingConnectionResolvers<ContextType>;
  MessagePiiFindingEdge?: MessagePiiFindingEdgeResolvers<ContextType>;
  MessageReferral?: MessageReferralResolvers<ContextType>;
  MessageSendPayload?: MessageSendPayloadResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderCancelPayload?: OrderCancelPayloadResolvers<ContextType>;
  OrderChangeProposal?: OrderChangeProposalResolvers<ContextType>;
  OrderChangeProposalAcceptPayload?: OrderChangeProposalAcceptPayloadResolvers<ContextType>;
  OrderChangeProposalConnection?: OrderChangeProposalConnectionResolvers<ContextType>;
  OrderChangeProposalEdge?: OrderChangeProposalEdgeResolvers<ContextType>;
  OrderChangeProposalRejectPayload?: OrderChangeProposalRejectPayloadResolvers<ContextType>;
  OrderConfirmPayload?: OrderConfirmPayloadResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderCreatePayload?: OrderCreatePayloadResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderExtraction?: OrderExtractionResolvers<ContextType>;
  OrderHoldPayload?: OrderHoldPayloadResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderLineOption?: OrderLineOptionResolvers<ContextType>;
  OrderLineVariant?: OrderLineVariantResolvers<ContextType>;
  OrderLinesEditPayload?: OrderLinesEditPayloadResolvers<ContextType>;
  OrderNotEditable?: OrderNotEditableResolvers<ContextType>;
  OrderNotInReview?: OrderNotInReviewResolvers<ContextType>;
  OrderRejectPayload?: OrderRejectPayloadResolvers<ContextType>;
  OrderReviewClaim?: OrderReviewClaimResolvers<ContextType>;
  OrderReviewClaimPayload?: OrderReviewClaimPayloadResolvers<ContextType>;
  OrderReviewEvent?: OrderReviewEventResolvers<ContextType>;
  OrderReviewReleasePayload?: OrderReviewReleasePayloadResolvers<ContextType>;
  OrderTransitionPayload?: OrderTransitionPayloadResolvers<ContextType>;
  OrderTransitionRefused?: OrderTransitionRefusedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PasswordChangePayload?: PasswordChangePayloadResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  PiiFinding?: PiiFindingResolvers<ContextType>;
  PiiFindingReviewPayload?: PiiFindingReviewPayloadResolvers<ContextType>;
  PiiReview?: PiiReviewResolvers<ContextType>;
  PiiRule?: PiiRuleResolvers<ContextType>;
  PiiRuleConnection?: PiiRuleConnectionResolvers<ContextType>;
  PiiRuleEdge?: PiiRuleEdgeResolvers<ContextType>;
  PiiRulePayload?: PiiRulePayloadResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductArchivePayload?: ProductArchivePayloadResolvers<ContextType>;
  ProductCandidate?: ProductCandidateResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductImportPayload?: ProductImportPayloadResolvers<ContextType>;
  ProductOption?: ProductOptionResolvers<ContextType>;
  ProductOptionGroup?: ProductOptionGroupResolvers<ContextType>;
  ProductPack?: ProductPackResolvers<ContextType>;
  ProductUpdatePayload?: ProductUpdatePayloadResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Prompt?: PromptResolvers<ContextType>;
  PromptConnection?: PromptConnectionResolvers<ContextType>;
  PromptEdge?: PromptEdgeResolvers<ContextType>;
  PromptInForce?: PromptInForceResolvers<ContextType>;
  PromptRelease?: PromptReleaseResolvers<ContextType>;
  PromptReleaseConnection?: PromptReleaseConnectionResolvers<ContextType>;
  PromptReleaseEdge?: PromptReleaseEdgeResolvers<ContextType>;
  PromptReleasePayload?: PromptReleasePayloadResolvers<ContextType>;
  PromptShare?: PromptShareResolvers<ContextType>;
  PromptVariable?: PromptVariableResolvers<ContextType>;
  PromptVersion?: PromptVersionResolvers<ContextType>;
  PromptVersionConnection?: PromptVersionConnectionResolvers<ContextType>;
  PromptVersionEdge?: PromptVersionEdgeResolvers<ContextType>;
  PromptVersionPayload?: PromptVersionPayloadResolvers<ContextType>;
  ProposedLineVariant?: ProposedLineVariantResolvers<ContextType>;
  ProposedOrderLine?: ProposedOrderLineResolvers<ContextType>;
  QuarantinedEvent?: QuarantinedEventResolvers<ContextType>;
  QuarantinedEventConnection?: QuarantinedEventConnectionResolvers<ContextType>;
  QuarantinedEventEdge?: QuarantinedEventEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReactionContent?: ReactionContentResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  ReplySuggestion?: ReplySuggestionResolvers<ContextType>;
  ReplySuggestionEvent?: ReplySuggestionEventResolvers<ContextType>;
  ReplyWindow?: ReplyWindowResolvers<ContextType>;
  ReviewReason?: ReviewReasonResolvers<ContextType>;
  SaidAmount?: SaidAmountResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SessionRefreshPayload?: SessionRefreshPayloadResolvers<ContextType>;
  SessionRevokePayload?: SessionRevokePayloadResolvers<ContextType>;
  ShadowReading?: ShadowReadingResolvers<ContextType>;
  ShadowReadingConnection?: ShadowReadingConnectionResolvers<ContextType>;
  ShadowReadingEdge?: ShadowReadingEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SystemActor?: SystemActorResolvers<ContextType>;
  SystemContent?: SystemContentResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  TenantUpdatePayload?: TenantUpdatePayloadResolvers<ContextType>;
  TextContent?: TextContentResolvers<ContextType>;
  TextSpan?: TextSpanResolvers<ContextType>;
  ThresholdPreview?: ThresholdPreviewResolvers<ContextType>;
  TimelineConnection?: TimelineConnectionResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  TrustedDocumentsRegisterPayload?: TrustedDocumentsRegisterPayloadResolvers<ContextType>;
  UnsupportedContent?: UnsupportedContentResolvers<ContextType>;
  UsageAlert?: UsageAlertResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VersionConflict?: VersionConflictResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerTenant?: ViewerTenantResolvers<ContextType>;
  WindowClosed?: WindowClosedResolvers<ContextType>;
};

