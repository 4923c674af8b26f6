package stet.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code index.jsonl} beside article folders: one JSON object a line, of which {@code id} (the
 * folder's name), {@code url} and {@code title} are read.
 */
final class FolderIndex {
  static final String NAME = "index.jsonl";
  static final FolderIndex EMPTY = new FolderIndex();

  private static final int MAX_LINE = 1 << 24;

  /** Longer addresses and titles are no addresses and titles. */
  private static final int MAX_TEXT = 4096;

  /**
   * What the index says of one folder.
   *
   * @param url the address, empty when none is stated
   * @param title the headline, empty when none is stated
   */
  record Line(String url, String title) {}

  private final Map<String, Line> lines = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  private FolderIndex() {}

  /** Reads the index; lines that are not JSON objects are reported and passed over. */
  static FolderIndex read(Path file, Consumer<Found.Refused> problems) {
    FolderIndex index = new FolderIndex();
    Set<String> seen = new HashSet<>();
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank() && line.length() <= MAX_LINE) {
          index.add(JsonMapper.shared().readTree(line), seen);
        }
      }
    } catch (IOException | JacksonException e) {
      problems.accept(
          new Found.Refused(
              Names.subject(file),
              "line "
                  + (number + (e instanceof IOException ? 1 : 0))
                  + " is not a JSON object; folders from there on go by their names"));
    }
    return index;
  }

  private void add(JsonNode line, Set<String> seen) {
    String url = bounded(line.path("url").asString(""));
    lines.put(
        line.path("id").asString(""), new Line(url, bounded(line.path("title").asString(""))));
    if (!url.isEmpty() && !seen.add(url)) {
      shared.add(url);
    }
  }

  private static String bounded(String text) {
    return text.length() <= MAX_TEXT ? text : "";
  }

  /**
   * The address of the article in {@code folder}. A folder is one article; an address that several
   * folders state tells them apart only together with the folder's name, as a fragment.
   */
  String uri(String set, String folder) {
    String url = lines.getOrDefault(folder, new Line("", "")).url;
    if (!ImportOptions.isWebAddress(url)) {
      return Names.folderUrn(set, folder);
    }
    return shared.contains(url) ? url + "#stet-folder=" + Names.escape(folder) : url;
  }

  String title(String folder) {
    return lines.getOrDefault(folder, new Line("", "")).title;
  }
}
