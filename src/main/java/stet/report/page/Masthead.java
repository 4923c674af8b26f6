package stet.report.page;

/**
 * Which story a page is about, for a reader who came to that page first.
 *
 * @param back to the article's own page; no text where there is none
 * @param outlet where it was published, and that outlet's page; no address where there is none
 * @param address the story's address as shown
 * @param addressHref where the address leads, empty where it is no http(s) address
 * @param headline of the version that the page is about
 * @param dek of the same; may be empty
 * @param published when the page says it was published, as printed; empty where it does not
 * @param seen when the article was first seen, as a sentence
 */
public record Masthead(
    Link back,
    Link outlet,
    Phrase address,
    String addressHref,
    Phrase headline,
    Phrase dek,
    Phrase published,
    String seen) {}
