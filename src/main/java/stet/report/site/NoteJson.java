package stet.report.site;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import stet.stats.Observed;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes of articles, and what they add to figures, as the ledger keeps them; only the program that
 * wrote one reads it.
 */
final class NoteJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withFieldVisibility(Visibility.ANY)
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE))
          .build();

  private NoteJson() {}

  static String write(PageSet.Note note) {
    return JSON.writeValueAsString(note);
  }

  static PageSet.Note read(String json) {
    return JSON.readValue(json, PageSet.Note.class);
  }

  static String write(Observed observed) {
    return JSON.writeValueAsString(observed);
  }

  static Observed readObserved(String json) {
    return JSON.readValue(json, Observed.class);
  }
}
