package stet.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.ReportOptions;
import stet.report.Stories;
import stet.report.Story;
import stet.report.Written;
import stet.report.site.ArticlePages;
import stet.report.site.Site;
import stet.report.words.Judgements;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.timeline.Timeline;

class PicturesTest {
  private static final ReportOptions PNG =
      new ReportOptions("Port Alder", ZoneId.of("UTC"), "stet", "", true);

  @TempDir Path dir;

  private Written write() throws IOException {
    return new Site(Story.DIFFER, PNG).write(Stories.all().iterator(), dir);
  }

  private static TellingEdit best(Timeline timeline) {
    TellingEdit best =
        TellingPassages.best(
            new TellingEdits(timeline, new Judgements(timeline), new Times(ZoneId.of("UTC")))
                .all());
    assertThat(best).isNotNull();
    return best;
  }

  @Test
  void everyPictureIsThereOrTheReasonIsTold() throws IOException {
    Written written = write();

    Path folder = dir.resolve("a/harbour-bridge-1f");
    if (!Files.exists(folder.resolve("r3.png"))) {
      assertThat(written.note()).isNotEmpty();
      assertThat(folder.resolve("r3.svg")).exists();
      assertThat(Files.readString(folder.resolve("r3.html"))).doesNotContain("og:image");
      return;
    }
    BufferedImage picture = ImageIO.read(folder.resolve("r3.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(630);
    assertThat(Files.readString(folder.resolve("r3.html")))
        .contains("<meta property=\"og:image\" content=\"r3.png\">")
        .contains("<meta property=\"og:image:alt\" content=\"Silent edit of");
  }

  /** The words are there, in the colours of their marks, within the margins. */
  @Test
  void theMarkedWordsAreDrawnWithinTheMargins() throws IOException {
    for (Timeline timeline : new Timeline[] {Stories.bridge(), Stories.hebrew()}) {
      ArticleLine line =
          new ArticlePages(new Times(ZoneId.of("UTC")), new FrameMaker(PNG))
              .line(
                  timeline,
                  new TellingEdits(timeline, new Judgements(timeline), new Times(ZoneId.of("UTC")))
                      .all());
      Pictures pictures = new Pictures();
      byte[] png = pictures.png(Cards.of(best(timeline), line.titled()));
      assumeTrue(png != null, "this machine cannot draw these letters: " + pictures.note());
      BufferedImage picture = ImageIO.read(new java.io.ByteArrayInputStream(png));
      int marked = 0;
      for (int x = 16; x < 1200; x++) {
        for (int y = 0; y < 630; y++) {
          int colour = picture.getRGB(x, y) & 0xFFFFFF;
          boolean ink = colour != 0xfdfcf8;
          assertThat(ink && (x < 60 || x > 1140)).as(x + "," + y).isFalse();
          marked += colour == 0x0a4f8f || colour == 0x9c1f12 ? 1 : 0;
        }
      }
      assertThat(marked).isGreaterThan(200);
    }
  }
}
