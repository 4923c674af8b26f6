package stet.notify.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.Finding.Story;
import stet.notify.Message.Standing;
import stet.notify.rule.AlertRule;
import stet.store.EditTable.Place;
import stet.text.CleanText;
import stet.text.OneLine;
import stet.text.Truncation;
import stet.text.time.IsoTime;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Edits;
import stet.track.Timelines;

/**
 * What an article shows of that which rules ask for. Whatever is found is named by what the texts
 * say, and not by times or numbers: captures that come later may change those of an edit that stays
 * the same.
 */
public final class ArticleLook {
  private static final int HEADLINE = 300;
  private static final Set<String> GONE = Set.of("not-found", "gone");

  private final Timelines timelines;
  private final Timeline timeline;
  private final Links links;
  private final Map<String, RevisionLook> revisions = new LinkedHashMap<>();
  private final Map<Integer, String> digests = new HashMap<>();
  private final Map<String, Passage> passages;

  /**
   * @param article its number
   * @param timeline as read from {@code timelines}
   * @param passages those that were cut into words before, by their text; added to
   */
  ArticleLook(
      Timelines timelines,
      long article,
      Timeline timeline,
      Links links,
      Map<String, Passage> passages) {
    this.timelines = timelines;
    this.timeline = timeline;
    this.links = links;
    this.passages = passages;
    Map<String, Integer> times = new HashMap<>();
    for (Entry.Revised revised : timeline.revisions()) {
      String pair = digest(revised.version() - 1) + " " + digest(revised.version());
      int nth = times.merge(pair, 1, Integer::sum);
      String id = timeline.article().key() + " " + pair + (nth == 1 ? "" : " " + nth);
      Edits.Edit edit =
          new Edits.Edit(new Place(revised.at(), article, revised.version()), timeline, revised);
      revisions.put(id, new RevisionLook(this, edit));
    }
  }

  private String digest(int version) {
    return digests.computeIfAbsent(version, v -> ArticleDigest.compared(version(v)));
  }

  ArticleVersion version(int number) {
    return timeline.versions().get(number - 1).state();
  }

  List<Block> furniture(Entry.Revised revised) {
    return timelines.furniture(timeline, revised);
  }

  /**
   * Something that a rule fires on.
   *
   * @param id as its finding has it
   * @param at when it was first seen, UTC
   * @param finding what is told of it, made when it is asked for
   * @param alike equal for what is to be told once for many articles
   */
  public record Hit(String id, Instant at, Supplier<Finding> finding, Supplier<String> alike) {}

  /** All that a rule fires on, whenever it happened, oldest first. */
  public List<Hit> hits(AlertRule rule) {
    if (!concerns(rule)) {
      return List.of();
    }
    return switch (rule.ask().event()) {
      case EDIT, CAME_BACK, NOTICE -> edits(rule);
      case PASSAGE -> passages(rule);
      case GONE -> gone();
      default -> List.of();
    };
  }

  private boolean concerns(AlertRule rule) {
    Set<String> outlets = rule.ask().filter().outlets();
    String article = rule.ask().article();
    return (outlets.isEmpty() || outlets.contains(timeline.article().outlet()))
        && (article.isEmpty()
            || article.equals(timeline.article().key())
            || article.equals(timeline.article().uri())
            || timelines
                .find(article)
                .filter(f -> f.article().key().equals(timeline.article().key()))
                .isPresent());
  }

  private List<Hit> edits(AlertRule rule) {
    List<Hit> hits = new ArrayList<>();
    revisions.forEach(
        (name, look) -> {
          if (look.passes(rule.ask().filter())) {
            String id = "edit " + name;
            hits.add(
                new Hit(id, look.revised().at(), () -> look.finding(rule.ask(), id), look::alike));
          }
        });
    return hits;
  }

  private List<Hit> passages(AlertRule rule) {
    Passage passage = passages.computeIfAbsent(rule.ask().passage(), Passage::new);
    List<Hit> hits = new ArrayList<>();
    revisions.forEach(
        (name, look) -> {
          boolean lost = look.lost(passage);
          if (lost || look.regained(passage)) {
            String id = "passage " + name;
            hits.add(
                new Hit(
                    id,
                    look.revised().at(),
                    () -> look.finding(rule.ask(), id, passage, lost),
                    () -> id));
          }
        });
    return hits;
  }

  private List<Hit> gone() {
    List<Hit> hits = new ArrayList<>();
    Map<Integer, Integer> times = new HashMap<>();
    int version = 0;
    for (Entry entry : timeline.entries()) {
      version = shown(entry, version);
      if (entry instanceof Entry.NotAnArticle not && GONE.contains(not.reason()) && version > 0) {
        int nth = times.merge(version, 1, Integer::sum);
        String id = "gone " + timeline.article().key() + " " + digest(version) + " " + nth;
        int shown = version;
        hits.add(new Hit(id, not.at(), () -> gone(id, not, shown), () -> id));
      }
    }
    return hits;
  }

  private Finding gone(String id, Entry.NotAnArticle not, int version) {
    String sentence =
        "At "
            + IsoTime.ofSecond(not.at())
            + " the address of the story did not show it: "
            + OneLine.of(not.detail())
            + ". That is no claim that it was deleted.";
    return new Finding(id, Event.GONE, story(version, ""), null, sentence, List.of(), List.of());
  }

  private static int shown(Entry entry, int before) {
    if (entry instanceof Entry.FirstSeen first) {
      return first.version();
    } else if (entry instanceof Entry.Revised revised) {
      return revised.version();
    } else if (entry instanceof Entry.Oscillated swung) {
      return swung.version();
    }
    return entry instanceof Entry.Returned back ? back.version() : before;
  }

  Story story(Entry.Revised revised) {
    return story(revised.version(), links.revision(timeline.article(), revised.version()));
  }

  private Story story(int version, String link) {
    ArticleVersion state = version(version);
    return new Story(
        timeline.article().key(),
        timeline.article().outlet(),
        Truncation.shortened(OneLine.of(CleanText.of(state.headline())), HEADLINE),
        state.language(),
        timeline.article().uri(),
        link.isEmpty() ? links.article(timeline.article()) : link);
  }

  /**
   * Where something that was found before stands now.
   *
   * @param standing whether it still holds
   * @param note what became of it, in a sentence; empty where it stands
   */
  public record Stand(Standing standing, String note) {
    static final Stand STANDS = new Stand(Standing.STANDS, "");
  }

  /** Whether what a rule once found in this article still holds. */
  public Stand stand(AlertRule rule, String id) {
    // That of a page which was gone is no revision's.
    @Nullable RevisionLook look = revisions.get(id.substring(id.indexOf(' ') + 1));
    boolean found = hits(rule).stream().anyMatch(hit -> hit.id().equals(id));
    if (look == null) {
      return found ? back() : withdrawn();
    }
    return found ? editedAgain(look) : judged(look);
  }

  private static Stand withdrawn() {
    return new Stand(
        Standing.WITHDRAWN,
        "Captures that came in later show that it was not as it seemed: there is no such change"
            + " between two of them any more.");
  }

  private static Stand judged(RevisionLook look) {
    return new Stand(
        Standing.JUDGED_OTHERWISE,
        "The edit is there, and is judged otherwise by now: " + look.disclosure() + ".");
  }

  private Stand editedAgain(RevisionLook look) {
    List<SeenVersion> versions = timeline.versions();
    int version = look.revised().version();
    if (version == versions.size()) {
      return Stand.STANDS;
    }
    return new Stand(
        Standing.EDITED_AGAIN,
        "The text was edited again; the next text was first seen at "
            + IsoTime.ofSecond(versions.get(version).first().at())
            + ".");
  }

  /** A page that was gone may show its story again. */
  private Stand back() {
    Entry last = timeline.entries().get(timeline.entries().size() - 1);
    return last instanceof Entry.NotAnArticle
        ? Stand.STANDS
        : new Stand(
            Standing.EDITED_AGAIN,
            "The story was there again at " + IsoTime.ofSecond(last.at()) + ".");
  }
}
