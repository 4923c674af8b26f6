package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stet.HostilePayloads;
import stet.cli.Cli;
import stet.serve.http.Access;
import tools.jackson.databind.json.JsonMapper;

/** A served collection of articles that say payloads, eight versions each. */
final class HostileCollection {
  private static final List<String> PAYLOADS = HostilePayloads.all();

  private HostileCollection() {}

  /**
   * @param home an empty folder
   * @param most how many of the payloads
   */
  static Served served(Path home, int most) throws IOException {
    Path in = home.resolve("in");
    Files.createDirectories(in);
    for (int i = 0; i < most; i++) {
      String name = "h%02d-202603%02d120000.html".formatted(i / 8, i % 8 + 1);
      Files.writeString(in.resolve(name), page(i));
    }
    assertThat(Cli.run("import", "--home", home, in).code()).isZero();
    return Served.of(home, Access.OWN_MACHINE);
  }

  /** The key of the article with the newest edit. */
  static String key(Served served) throws IOException {
    String key =
        JsonMapper.shared()
            .readTree(served.get("/api/v1/edits").body())
            .at("/edits/0/article/key")
            .asString();
    assertThat(key).isNotEmpty();
    return key;
  }

  /** An article that says the payload letter by letter, in all places that are shown. */
  private static String page(int i) {
    String shown =
        PAYLOADS.get(i).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return """
        <!doctype html><html lang="en"><head><title>Story %1$d</title>
        <link rel="canonical" href="https://courier.example/story-%1$d"><meta name="author" content="%2$s">
        <meta name="description" content="%2$s"></head><body><article>
        <h1>Council looks at harbour %1$d %2$s</h1><p class="byline">By %2$s</p>
        <p>The fictional council of Port Alder spent its evening on it and nobody left early %2$s</p>
        <p>Harbour master Jon Harte spoke for an hour, and the room listened to every word.</p>
        <figure><img src="https://courier.example/a.png" alt="%2$s"><figcaption>%2$s</figcaption></figure>
        <p>A vote on it is planned for the first week of the month after the next one.</p>
        </article></body></html>
        """
        .formatted(i / 8, shown);
  }
}
