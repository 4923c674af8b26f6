package stet.report.page.dossier;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier is about and how it looks.
 *
 * @param title of whoever makes it, such as the collection's
 * @param author who answers for it; empty for nobody
 * @param logo a picture as a {@code data:} address; empty for none
 * @param introduction paragraphs with empty lines between; empty for none
 * @param names what outlets are called, by the names that the collection has for them
 * @param subject the outlet, or the words that were searched for
 * @param outlet whether the subject is an outlet
 * @param since edits seen then or later, UTC; null for all
 * @param until edits seen before that, UTC; null for all
 * @param most how many of the most telling edits are shown
 * @param language one of {@link Wording#LANGUAGES}
 * @param zone in which times are shown
 * @param producer name and version of the program
 */
public record DossierOptions(
    String title,
    String author,
    String logo,
    String introduction,
    Map<String, String> names,
    String subject,
    boolean outlet,
    @Nullable Instant since,
    @Nullable Instant until,
    int most,
    String language,
    ZoneId zone,
    String producer) {
  public DossierOptions {
    names = Map.copyOf(names);
  }

  /** What an outlet is called. */
  public String name(String of) {
    return names.getOrDefault(of, of);
  }

  /** Whether an edit that was first seen then is in it. */
  public boolean covers(Instant at) {
    return (since == null || !at.isBefore(since)) && (until == null || at.isBefore(until));
  }
}
