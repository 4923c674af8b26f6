package stet.fetch;

import java.time.Duration;
import java.time.Instant;
import stet.capture.HttpHead;
import stet.capture.Payload;

/**
 * What a server answered to one request.
 *
 * @param at when the head of the answer had come, UTC
 * @param request the request's head as sent
 * @param response the response's head as received
 * @param transferred the body as received
 * @param payload the same without its transfer coding
 * @param ip the address that answered
 * @param took from before the connection was made until the whole answer was there
 */
record Answer(
    Instant at,
    HttpHead request,
    HttpHead response,
    Payload transferred,
    Payload payload,
    String ip,
    Duration took) {}
