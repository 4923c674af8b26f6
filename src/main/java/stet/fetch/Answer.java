package stet.fetch;

import java.time.Duration;
import java.time.Instant;
import stet.capture.Exchange.Http;
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
    Duration took) {

  /** How the bytes were transferred. */
  Http http() {
    return new Http(request, response, transferred, ip, took);
  }

  /** The content type as the server declares it; empty when it does not. */
  String mediaType() {
    return response.first("Content-Type").orElse("");
  }
}
