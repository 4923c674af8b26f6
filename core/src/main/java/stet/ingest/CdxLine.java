package stet.ingest;

import java.util.Optional;
import stet.ingest.warc.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an index says that a record lies.
 *
 * @param file name of the WARC file, without folders
 */
record CdxLine(String file, Place place) {
  /** The columns of the usual CDX of eleven columns: {@code N b a m s k r M S V g}. */
  static final String USUAL = "N b a m s k r M S V g";

  /** The columns before Heritrix 3: {@code N b a m s k r V g}. */
  private static final String OLDER = "N b a m s k r V g";

  /** A line of a CDXJ index: key, time, JSON. */
  static Optional<CdxLine> ofJson(String line) {
    int brace = line.indexOf('{');
    if (brace < 0) {
      return Optional.empty();
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(line.substring(brace));
      return of(node.path("filename").asString(""), node.path("offset").asString(""));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * A line of a CDX index.
   *
   * @param columns the letters of the header line; empty where there is none
   */
  static Optional<CdxLine> ofColumns(String line, String columns) {
    String[] value = line.strip().split(" ");
    String letters = columns.isEmpty() && value.length == 9 ? OLDER : columns;
    String[] letter = (letters.isEmpty() ? USUAL : letters).split(" ");
    String file = "";
    String offset = "";
    for (int i = 0; i < Math.min(letter.length, value.length); i++) {
      if (letter[i].equals("g")) {
        file = value[i];
      } else if (letter[i].equals("V")) {
        offset = value[i];
      }
    }
    return of(file, offset);
  }

  private static Optional<CdxLine> of(String file, String offset) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    boolean usable =
        Container.isRecords(name) && !name.contains(":") && offset.matches("\\d{1,18}");
    return usable
        ? Optional.of(new CdxLine(name, new Place(Long.parseLong(offset), 0)))
        : Optional.empty();
  }
}
