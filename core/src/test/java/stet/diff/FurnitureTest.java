package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.judge.JudgedRevision;
import stet.diff.standard.Differs;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;

/**
 * Lines and boxes that come and go inside a story are no edit of it; paragraphs that speak of the
 * same things are. Stories, furniture and paragraphs are made up and lie in tables.
 */
class FurnitureTest {
  private final Extractor extractor = Extractors.standard();
  private final Map<String, String[]> stories = new HashMap<>();

  /** Stories without furniture by language and shape: each is compared with many that have some. */
  private final Map<String, ArticleVersion> bare = new HashMap<>();

  FurnitureTest() throws IOException {
    rows("stories.tsv").forEach(row -> stories.put(row[0], row));
  }

  /** How the markup shows where the story is. */
  private enum Shape {
    NAMED("<div class=\"story\">", "</div>", ""),
    SIGNED("<p class=\"byline\">%s</p><section class=\"entry-content\">", "</section>", ""),
    PLAIN("<div><div>", "</div></div>", "<meta property=\"og:site_name\" content=\"%s\">");

    final String open;
    final String close;
    final String meta;

    Shape(String open, String close, String meta) {
      this.open = open;
      this.close = close;
      this.meta = meta;
    }
  }

  /** What furniture stands in. */
  private enum Box {
    BARE("", ""),
    NAMED("<div class=\"%s\">", "</div>"),
    ASIDE("<aside>", "</aside>"),
    DIV("<div>", "</div>");

    final String open;
    final String close;

    Box(String open, String close) {
      this.open = open;
      this.close = close;
    }

    String around(String name, String inner) {
      boolean block = inner.matches("(?s)<(?:p|h\\d|ul|ol|form)\\b.*");
      String content = block ? inner : "<p>" + inner + "</p>";
      if (this == BARE && !block) {
        return "<p class=\"" + name + "\">" + inner + "</p>";
      }
      return String.format(open, name) + content + close;
    }
  }

  @Test
  void furnitureThatComesOrGoesIsNoEdit() throws IOException {
    List<String> edits = new ArrayList<>();
    int turn = 0;
    for (String[] row : rows("kinds.tsv")) {
      for (Box box : Box.values()) {
        for (char place : row[3].toCharArray()) {
          // Each shape meets each kind of box; all with all would take long.
          Shape shape = Shape.values()[turn++ % Shape.values().length];
          ArticleVersion without = without(row[0], shape);
          ArticleVersion with = read(row[0], shape, box.around(row[2], row[4]), place);
          String name = row[0] + ' ' + row[1] + ' ' + shape + ' ' + box + ' ' + place + ' ';
          note(name + row[4] + " came: ", without, with, edits);
          note(name + row[4] + " went: ", with, without, edits);
        }
      }
      turn++;
    }
    assertThat(edits.size() + "\n" + String.join("\n", edits)).isEqualTo("0\n");
  }

  @Test
  void paragraphsThatSpeakOfSuchThingsAreText() throws IOException {
    List<String> lost = new ArrayList<>();
    for (String[] row : rows("lookalikes.tsv")) {
      for (Shape shape : Shape.values()) {
        ArticleVersion without = without(row[0], shape);
        for (char place : "me".toCharArray()) {
          ArticleVersion with = read(row[0], shape, Box.BARE.around("", row[2]), place);
          if (!edit(without, with) || !edit(with, without)) {
            lost.add(row[0] + ' ' + row[1] + ' ' + shape + ' ' + place + ' ' + row[2]);
          }
        }
      }
    }
    assertThat(lost.size() + "\n" + String.join("\n", lost)).isEqualTo("0\n");
  }

  private static void note(
      String name, ArticleVersion before, ArticleVersion after, List<String> edits) {
    if (edit(before, after)) {
      edits.add(name + labels(before, after));
    }
  }

  private static boolean edit(ArticleVersion before, ArticleVersion after) {
    return !ArticleDigest.compared(before).equals(ArticleDigest.compared(after))
        && labels(before, after).stream().noneMatch(l -> l.kind() == Label.Kind.COSMETIC);
  }

  private static List<Label> labels(ArticleVersion before, ArticleVersion after) {
    Revision revision = Differs.standard().diff(before, after);
    return Differs.labeller().label(JudgedRevision.of(before, after, revision), List.of());
  }

  private ArticleVersion without(String language, Shape shape) {
    return bare.computeIfAbsent(language + shape, k -> read(language, shape, "", 'm'));
  }

  private ArticleVersion read(String language, Shape shape, String insert, char place) {
    String[] story = stories.get(language);
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"" + language + "\">");
    html.append("<head><meta charset=\"utf-8\">").append(String.format(shape.meta, story[1]));
    html.append("<title>" + story[3] + " | " + story[1] + "</title></head><body><header>");
    html.append("<a href=\"/\">" + story[1] + "</a></header><main><article>");
    html.append("<h1>" + story[3] + "</h1>").append(String.format(shape.open, story[2]));
    for (int i = 4; i < story.length; i++) {
      html.append(i == (place == 'b' ? 4 : 6) && place != 'e' ? insert : "");
      html.append("<p>" + story[i] + "</p>\n");
    }
    html.append(place == 'e' ? insert : "").append(shape.close);
    html.append("</article></main><footer>© " + story[1] + "</footer></body></html>");
    Extraction read =
        extractor.extract(
            new Page(
                "https://paper.example/news/bridge",
                "text/html; charset=utf-8",
                Instant.parse("2024-03-05T09:10:00Z"),
                "",
                html.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(read).as(html.toString()).isInstanceOf(Extraction.Article.class);
    ArticleVersion version = ((Extraction.Article) read).version();
    assertThat(version.body()).extracting(Block::text).contains(story[5].replaceAll("<.*?>", ""));
    return version;
  }

  private static List<String[]> rows(String name) throws IOException {
    try (InputStream in = FurnitureTest.class.getResourceAsStream("/furniture/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
