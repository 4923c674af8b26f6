package stet.app.copies;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.copies.Passages;
import stet.copies.Text;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** What an article of the collection says, as copies are looked for. */
final class MemberTexts {
  private MemberTexts() {}

  /** The text of the first version and of the latest one; none where no article was seen. */
  static List<Text> of(long number, Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    if (versions.isEmpty()) {
      return List.of();
    }
    Instant first = versions.get(0).first().at();
    return Stream.of(versions.get(0), versions.get(versions.size() - 1))
        .distinct()
        .map(SeenVersion::state)
        .map(s -> new Text(number, timeline.article().outlet(), s.language(), paragraphs(s), first))
        .toList();
  }

  private static List<String> paragraphs(ArticleVersion state) {
    return state.body().stream().map(MemberTexts::said).toList();
  }

  /** What stands apart as a quotation is one, whether or not it has its marks. */
  private static String said(Block block) {
    return block instanceof Block.Quote ? "\u201c" + block.text() + "\u201d" : block.text();
  }

  /** All versions with the checks that saw them. */
  static Passages passages(Timeline timeline) {
    return new Passages(
        timeline.versions().stream()
            .map(
                v ->
                    new Passages.Shown(
                        v.number(),
                        v.first().at(),
                        v.lastSeen(),
                        v.state().body().stream().map(Block::text).toList()))
            .toList());
  }

  /** The last check that found no article before the first one that did; null where none was. */
  static @Nullable Instant notBefore(Timeline timeline) {
    Instant last = null;
    for (Entry entry : timeline.entries()) {
      if (entry instanceof Entry.FirstSeen) {
        break;
      } else if (entry instanceof Entry.NotAnArticle none && !none.cutOff() && !none.withheld()) {
        last = none.until();
      }
    }
    return last;
  }
}
