package stet.memento;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.text.time.ArchiveTimestamp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of a CDX server: the Wayback Machine's lines of seven columns ({@code urlkey timestamp
 * original mimetype statuscode digest length}) with a resume key behind an empty line, or pywb's
 * objects, one a line.
 */
final class CdxAnswer {
  private CdxAnswer() {}

  static Listing read(String text) {
    List<Listed> mementos = new ArrayList<>();
    String resumeKey = "";
    int unreadable = 0;
    boolean afterGap = false;
    for (String line : text.split("\r?\n")) {
      if (line.isBlank()) {
        afterGap = true;
        continue;
      }
      Optional<Listed> listed = line.contains("{") ? ofJson(line) : ofColumns(line);
      if (listed.isPresent()) {
        mementos.add(listed.get());
      } else if (afterGap && !line.strip().contains(" ")) {
        resumeKey = line.strip();
      } else {
        unreadable++;
      }
    }
    return new Listing(mementos, List.of(), resumeKey, unreadable);
  }

  private static Optional<Listed> ofColumns(String line) {
    String[] value = line.strip().split(" ");
    return value.length < 6 ? Optional.empty() : of(value[2], value[1], value[5], value[3]);
  }

  private static Optional<Listed> ofJson(String line) {
    try {
      JsonNode node = JsonMapper.shared().readTree(line.substring(line.indexOf('{')));
      String key = line.substring(0, line.indexOf('{')).strip();
      String time = node.path("timestamp").asString(key.substring(key.lastIndexOf(' ') + 1));
      return of(
          node.path("url").asString(""),
          time,
          node.path("digest").asString(""),
          node.path("mime").asString(""));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Listed> of(String url, String time, String digest, String mime) {
    Optional<Instant> at = time.length() == 14 ? ArchiveTimestamp.parse(time) : Optional.empty();
    boolean known = !mime.equals("-") && !mime.equals("unk") && !mime.equals("warc/revisit");
    return at.map(t -> new Listed(url, t, "", digest.equals("-") ? "" : digest, known ? mime : ""));
  }
}
