package stet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.story.Engine;
import stet.story.PageReading;
import stet.story.Screening;
import stet.story.Seen;
import stet.story.Stories;
import stet.story.Told;
import stet.timeline.Timeline;

class RecordCodecTest {
  private record Texts(String one, String other, List<String> more) {}

  private record Strange(Object anything) {}

  @Test
  void textsComeBackAsTheyWere() {
    Texts texts = new Texts("\ud83d half a pair", "", List.of("é ÿ", "日本", "😀", "\u0000"));
    assertThat(RecordCodec.read(RecordCodec.write(texts), Texts.class)).isEqualTo(texts);
  }

  @Test
  void nothingIsWrittenThatCannotBeRead() {
    assertThatThrownBy(() -> RecordCodec.write(new Strange("text")))
        .hasMessageContaining("java.lang.Object");
  }

  /** All pages of the fictional sample, and all that follows from them. */
  @Test
  void capturesAndTimelinesComeBackAsTheyWere() throws Exception {
    List<Path> input = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("snapshots/sample"))) {
      all.forEach(input::add);
    }
    PageReading pages = new PageReading(Engine.standard().extractor(), Screening.NONE);
    Stories stories = Stories.inMemory();
    int captures = 0;
    for (Found found : SavedPages.under(input, new ImportOptions(null, null, 1 << 20))) {
      if (found instanceof Found.Page page) {
        Told told = Told.of(page.capture(), pages.of(page.capture(), ""));
        Shot shot = new Shot(Seen.of(page.capture(), "file", 7), told);
        assertThat(RecordCodec.read(RecordCodec.write(shot), Shot.class)).isEqualTo(shot);
        stories.add(shot.seen(), shot.told());
        captures++;
      }
    }
    assertThat(captures).isGreaterThan(3);
    stories.timelines(
        timeline -> {
          Timeline read = RecordCodec.read(RecordCodec.write(timeline), Timeline.class);
          assertThat(read.entries()).isEqualTo(timeline.entries());
          assertThat(read.versions()).isEqualTo(timeline.versions());
          assertThat(read.article()).isEqualTo(timeline.article());
          assertThat(read.shown()).isEqualTo(timeline.shown());
        });
  }
}
