import type { Express } from 'express';
import { apiRouter } from '../api/router.ts';
import { auditApiRouter } from './audit-api.ts';
import type { Relay } from '../sockets/relay.ts';
import { createSignInDesk } from '../sign-in/desk.ts';
import { accountRouter } from './account-api.ts';
import { createCaseAccess } from './case-access.ts';
import { casePageRouter } from './case-pages.ts';
import { casesApiRouter } from './cases-api.ts';
import { filesApiRouter } from './files-api.ts';
import { formLimit, formPageRouter } from './form-pages.ts';
import { formsApiRouter } from './forms-api.ts';
import { surveyPageRouter } from './survey-page.ts';
import { guidePageRouter } from './guide-pages.ts';
import { knowledgeApiRouter, knowledgeLimits } from './knowledge-api.ts';
import { eServicesRouter } from './e-services-api.ts';
import { errorHandler, notFound } from './errors.ts';
import { healthRouter } from './health.ts';
import type { Metrics } from './metrics.ts';
import { openapiRouter } from './openapi.ts';
import { requireOwnOrigin } from './origin.ts';
import { passwordRouter } from './password.ts';
import { pageRouter } from './pages.ts';
import { requestLog } from './request-log.ts';
import { security } from './security.ts';
import { sessionRouter } from './session.ts';
import { settingsApiRouter } from './settings-api.ts';
import { papersRouter } from './papers-api.ts';
import { subjectsApiRouter } from './subjects-api.ts';
import { statisticsApiRouter } from './statistics-api.ts';
import { setupRouter } from './setup.ts';
import { signInSettingsRouter } from './sign-in-settings-api.ts';
import { ssoRouter } from './session-sso.ts';
import { visitRouter } from './visit.ts';
import { identifyPageRouter } from './identify-pages.ts';
import { identityApiRouter } from './identity-api.ts';
import { continuePageRouter } from './continue-page.ts';
import { conversationErasingRouter } from './conversation-erasing.ts';
import { recordsApiRouter } from './records-api.ts';
import { conversationMailsRouter } from './conversation-mails.ts';

/** What the routes need besides the relay. */
export interface RouteOptions {
  metrics: Metrics;
  setupToken: string | undefined;
  isDraining: () => boolean;
}

/** Everything that is answered over HTTP, in the order it is tried. */
export function httpRoutes(
  http: Express,
  relay: Relay,
  { metrics, setupToken, isDraining }: RouteOptions,
): void {
  const { context } = relay;
  const { config, log } = context;
  http.disable('x-powered-by');
  http.set('trust proxy', config.trustProxy);
  http.use(requestLog(log), metrics.observe, security(config));
  http.use(healthRouter(context, isDraining), metrics.router, openapiRouter(config));
  // A key is sent by no browser by itself: other systems ask from anywhere.
  http.use(apiRouter(relay));
  http.use(['/api', '/form', '/case', '/guides', '/continue', '/survey'], requireOwnOrigin(config));
  // The pages and the API count together.
  const forms = formLimit();
  const cases = createCaseAccess(relay);
  const knowledge = knowledgeLimits();
  const signIn = createSignInDesk(relay);
  http.use(
    sessionRouter(signIn),
    ssoRouter(signIn),
    accountRouter(signIn),
    signInSettingsRouter(signIn),
    setupRouter(context, setupToken),
    passwordRouter(relay),
    settingsApiRouter(relay),
    auditApiRouter(relay),
    subjectsApiRouter(relay),
    papersRouter(relay),
    statisticsApiRouter(relay),
    visitRouter(relay),
    identityApiRouter(relay),
    identifyPageRouter(relay),
    knowledgeApiRouter(relay, knowledge),
    eServicesRouter(relay, knowledge),
    guidePageRouter(relay, knowledge),
    formsApiRouter(relay, forms),
    casesApiRouter(relay, cases),
    filesApiRouter(relay, cases),
    conversationMailsRouter(relay),
    conversationErasingRouter(relay),
    recordsApiRouter(relay),
    continuePageRouter(relay),
    surveyPageRouter(relay),
    formPageRouter(relay, forms),
    casePageRouter(relay, cases),
    pageRouter(context),
  );
  http.use(notFound, errorHandler(log));
}
