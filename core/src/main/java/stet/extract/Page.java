package stet.extract;

import java.time.Instant;

/**
 * A captured page as the extractor sees it.
 *
 * @param uri the address it was captured under: an http(s) URL or a {@code urn:stet:} name
 * @param mediaType content type as declared, with parameters such as charset; empty when unknown
 * @param at when it was captured, UTC: stated dates later than this are not plausible
 * @param titleHint a headline known from outside the page, used only when the page has none; empty
 *     when there is none
 * @param bytes the payload, already decoded from any content encoding; not changed by anyone
 */
public record Page(String uri, String mediaType, Instant at, String titleHint, byte[] bytes) {}
