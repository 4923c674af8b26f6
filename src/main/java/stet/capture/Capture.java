package stet.capture;

import java.time.Instant;

/**
 * One observed exchange: this address, at this time, gave these bytes.
 *
 * @param uri the address asked for: an http(s) URL, or a {@code urn:stet:} name for a saved file
 *     whose address is not known
 * @param at when the bytes were received, UTC
 * @param ordinal the place among captures of one address that carry the same instant, as the source
 *     numbers them; 0 where the source does not number
 * @param mediaType the content type as the source declares it, with its parameters; empty when none
 * @param payload the bytes
 * @param source where the capture came from
 */
public record Capture(
    String uri, Instant at, int ordinal, String mediaType, Payload payload, CaptureSource source) {}
