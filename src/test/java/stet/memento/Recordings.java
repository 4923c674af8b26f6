package stet.memento;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Answers of a real web archive, recorded by others and no part of this repository. */
final class Recordings {
  private static final Path FOLDER = Path.of("../shared/data/wayback/edgi-wayback");
  private static final String RECORDED_AT = "https://web.archive.org";

  private Recordings() {}

  /** A recording; the test is skipped where it is not here. */
  static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), file + " is not here");
    return file;
  }

  /** Lets an archive give the answers of a recording, its own address replaced by this one's. */
  @SuppressWarnings("unchecked")
  static void play(String name, LoopbackArchive archive) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(1 << 26);
    Map<String, Object> root =
        new Yaml(new SafeConstructor(options)).load(Files.readString(file(name + ".yaml")));
    for (Map<String, Object> one : (List<Map<String, Object>>) root.get("interactions")) {
      Map<String, Object> request = (Map<String, Object>) one.get("request");
      Map<String, Object> response = (Map<String, Object>) one.get("response");
      Object body = ((Map<String, Object>) response.get("body")).get("string");
      int status = (int) ((Map<String, Object>) response.get("status")).get("code");
      archive.put(
          ((String) request.get("uri")).replace(RECORDED_AT, ""),
          new LoopbackArchive.Answer(
              status,
              fields((Map<String, List<String>>) response.get("headers"), archive),
              body instanceof byte[] b ? b : LoopbackArchive.bytes("" + body)));
    }
  }

  private static Map<String, String> fields(
      Map<String, List<String>> recorded, LoopbackArchive archive) {
    String host = archive.base().replaceFirst("^http:", "");
    Map<String, String> fields = new LinkedHashMap<>();
    recorded.forEach(
        (k, v) ->
            fields.put(
                k,
                v.get(0)
                    .replace(RECORDED_AT, archive.base())
                    .replaceFirst("^//web\\.archive\\.org", host)));
    fields
        .keySet()
        .removeIf(
            k -> k.toLowerCase(Locale.ROOT).matches("transfer-encoding|connection|content-length"));
    return fields;
  }

  /** A list of one capture, as a CDX server gives it. */
  static LoopbackArchive.Answer listOf(String url, String digits) {
    return LoopbackArchive.Answer.text(200, "key " + digits + " " + url + " text/html 200 - 1\n");
  }
}
