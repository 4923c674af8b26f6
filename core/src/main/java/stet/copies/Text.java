package stet.copies;

import java.time.Instant;
import java.util.List;

/**
 * What an article said at one time, furniture left out by whoever hands it in.
 *
 * @param id the article's number; several texts of one number are versions of one article
 * @param outlet who published it
 * @param language BCP 47 tag, empty where unknown
 * @param paragraphs the running text in order; what others said stands in quotation marks
 * @param firstSeen when the article was first seen, UTC: it was there then, and may have been there
 *     before
 */
public record Text(
    long id, String outlet, String language, List<String> paragraphs, Instant firstSeen) {
  public Text {
    paragraphs = List.copyOf(paragraphs);
  }
}
