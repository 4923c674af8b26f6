package stet.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.ProcessorTime;
import stet.article.Block;

class MarkdownTest {
  private static List<String> blocks(String text) {
    return Markdown.parse(text.replace("|", "\n")).blocks().stream()
        .map(b -> b.getClass().getSimpleName() + ":" + b.text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "The *quay* is __shut__ ~~today~~. -> Paragraph:The quay is shut today.",
        "The [quay](https://a.example/x_(y)) is shut. -> Paragraph:The quay is shut.",
        "The [quay]({{ site.baseurl }}/x) is shut. -> Paragraph:The quay is shut.",
        "The [quay][1] is shut.||[1]: https://a.example -> Paragraph:The quay is shut.",
        "The quay <b class=x>is</b> shut. -> Paragraph:The quay is shut.",
        "<div>||    <p>The quay is shut.</p>||</div> -> Paragraph:The quay is shut.",
        "<!-- not yet -->The quay is shut. -> Paragraph:The quay is shut.",
        "A \\*star\\* &amp; a `code` -> Paragraph:A *star* & a code",
        "> The quay is shut. -> Quote:The quay is shut.",
        "Quay shut|=== -> Subhead:Quay shut",
        "Quay shut|--- -> Subhead:Quay shut",
        "### Quay shut ### -> Subhead:Quay shut",
        "7. The quay -> ListItem:The quay",
        "See https://a.example/a_b_c now -> Paragraph:See https://a.example/a_b_c now",
      })
  void leavesTheWords(String source, String block) {
    assertThat(blocks(source)).containsExactly(block);
  }

  @Test
  void listsKnowTheirDepthAndPicturesAreNoWords() {
    Markdown m = Markdown.parse("- one\n  1. two\n\n![The quay](/q.jpg)\n\nThree\n");
    assertThat(m.blocks())
        .containsExactly(
            new Block.ListItem("one", 1, false),
            new Block.ListItem("two", 2, true),
            new Block.Paragraph("Three"));
    assertThat(m.images())
        .singleElement()
        .satisfies(i -> assertThat(i.alt()).isEqualTo("The quay"));
  }

  /** Marks without end: a page of them must neither hang nor end the stack. */
  @ParameterizedTest
  @ValueSource(
      strings = {"[", "*a ", "> ", "- ", "`a``", "![[]", "<a ", "{{", "_*", "](", "&#", "1. "})
  void marksWithoutEndTakeNoTime(String mark) {
    ProcessorTime.within(
        Duration.ofSeconds(20), mark, () -> Markdown.parse(mark.repeat(200_000 / mark.length())));
  }

  @Test
  void frontMatterIsReadAsWhatItIs() {
    FrontMatter front =
        FrontMatter.of(
            """
            ---
            title: "Quay: shut # for now"  # a comment
            date: 2026-03-05 09:10:00 +0100
            authors:
              - name: Ada Quill
                email: a@a.example
              - Ben Reed
            summary: >-
              The quay is
              shut.
            draft: ~
            tags: [a, "b, c"]
            ---
            Body
            """);
    assertThat(front.get("title")).isEqualTo("Quay: shut # for now");
    assertThat(front.get("date")).isEqualTo("2026-03-05 09:10:00 +0100");
    assertThat(front.all("authors")).containsExactly("Ada Quill", "Ben Reed");
    assertThat(front.get("summary")).isEqualTo("The quay is shut.");
    assertThat(front.get("draft")).isEmpty();
    assertThat(front.all("tags")).containsExactly("a", "b, c");
    assertThat(front.rest()).isEqualTo("Body\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: Quay: shut today\nauthor: 'Ada Quill'\n---\nBody",
        "+++\ntitle = \"Quay: shut today\"\nauthor = \"Ada Quill\"\n+++\nBody",
        "---\ntitle: Quay: shut today\nauthor:\n- Ada Quill\n---\nBody",
        "Title: Quay: shut today\nAuthor: Ada Quill\n\nBody",
      })
  void aHeadThatIsNoYamlStillTells(String text) {
    FrontMatter front = FrontMatter.of(text);
    assertThat(front.get("title")).isEqualTo("Quay: shut today");
    assertThat(front.get("author")).isEqualTo("Ada Quill");
    assertThat(front.rest().strip()).isEqualTo("Body");
  }

  /** Aliases that would unfold to billions of values are refused; the lines are read instead. */
  @Test
  void aHeadThatUnfoldsWithoutEndIsBounded() {
    StringBuilder bomb = new StringBuilder("---\ntitle: Quay\na: &a [x, x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(("*" + (char) (c - 1) + ", ").repeat(9)).append("x]\n");
    }
    String text = bomb + "---\nBody";
    FrontMatter front =
        ProcessorTime.within(Duration.ofSeconds(20), "bomb", () -> FrontMatter.of(text));
    assertThat(front.get("title")).isEqualTo("Quay");
  }
}
