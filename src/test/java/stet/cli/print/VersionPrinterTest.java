package stet.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Statements;

class VersionPrinterTest {
  @Test
  void cellsOfATableStandInColumns() {
    StringWriter out = new StringWriter();
    ArticleVersion version =
        new ArticleVersion(
            ArticleHead.of("Voyages"),
            ArticleContent.of(
                List.of(
                    new Block.Paragraph("Two voyages."),
                    Block.TableRow.of(List.of("", "Date", "Port"), ""),
                    Block.TableRow.of(List.of("late", "23 April", "港"), ""))),
            Statements.NONE,
            "en",
            "",
            "test/1");
    new VersionPrinter(new PrintWriter(out, true)).text(version);

    assertThat(out.toString())
        .endsWith("Two voyages.\n\n     | Date     | Port\nlate | 23 April | 港\n");
  }
}
