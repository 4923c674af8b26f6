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

/**
 * What an article shows of that which rules ask for. Whatever is found is named by what the texts
 * say, and not by times or numbers: captures that come later may change those of an edit that stays
 * the same.
 */
public final class ArticleLook {
  private static final int HEADLINE = 300;
  private static final Set<String> NOT_FOUND = Set.of("not-found", "gone");
  private static final String EDIT = "edit";
  private static final String PASSAGE = "passage";
  private static final String GONE = "gone";

  private final ArticleLooks looks;
  private final Timeline timeline;
  private final Map<String, RevisionLook> revisions = new LinkedHashMap<>();
  private final Map<Integer, String> digests = new HashMap<>();

  /**
   * @param looks what all looks have in common
   * @param article its number
   * @param timeline as read from the collection
   */
  ArticleLook(ArticleLooks looks, long article, Timeline timeline) {
    this.looks = looks;
    this.timeline = timeline;
    Map<String, Integer> times = new HashMap<>();
    for (Entry.Revised revised : timeline.revisions()) {
      String pair = digest(revised.version() - 1) + " " + digest(revised.version());
      int nth = times.merge(pair, 1, Integer::sum);
      String id = timeline.article().key() + " " + pair + (nth == 1 ? "" : " " + nth);
      Edits.Edit edit =
          new Edits.Edit(new Place(revised.at(), article, revised.version()), timeline, revised);
      revisions.put(id, new RevisionLook(this, edit, looks.asked().words()));
    }
  }

  private String digest(int version) {
    return digests.computeIfAbsent(version, v -> ArticleDigest.compared(version(v)));
  }

  ArticleVersion version(int number) {
    return timeline.versions().get(number - 1).state();
  }

  List<Block> furniture(Entry.Revised revised) {
    return looks.timelines().furniture(timeline, revised);
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
    return hits(rule, Instant.MIN);
  }

  /**
   * All that a rule fires on, oldest first.
   *
   * @param from of what was first seen then or later, UTC
   */
  public List<Hit> hits(AlertRule rule, Instant from) {
    if (!concerns(rule)) {
      return List.of();
    }
    return switch (kind(rule)) {
      case EDIT, PASSAGE -> revisions(rule, from);
      case GONE -> gone().stream().filter(hit -> !hit.at().isBefore(from)).toList();
      default -> List.of();
    };
  }

  /** How ids begin of what a rule fires on; empty where no article shows that. */
  private static String kind(AlertRule rule) {
    return switch (rule.ask().event()) {
      case EDIT, CAME_BACK, NOTICE -> EDIT;
      case PASSAGE -> PASSAGE;
      case GONE -> GONE;
      default -> "";
    };
  }

  private boolean concerns(AlertRule rule) {
    Set<String> outlets = rule.ask().filter().outlets();
    String article = rule.ask().article();
    return (outlets.isEmpty() || outlets.contains(timeline.article().outlet()))
        && (article.isEmpty() || looks.isMeant(article, timeline.article()));
  }

  private List<Hit> revisions(AlertRule rule, Instant from) {
    List<Hit> hits = List.of();
    for (Map.Entry<String, RevisionLook> one : revisions.entrySet()) {
      RevisionLook look = one.getValue();
      if (!look.revised().at().isBefore(from) && fires(rule, look)) {
        // Most rules fire on nothing.
        hits = hits.isEmpty() ? new ArrayList<>() : hits;
        hits.add(hit(rule, one.getKey(), look));
      }
    }
    return hits;
  }

  private boolean fires(AlertRule rule, RevisionLook look) {
    if (kind(rule).equals(EDIT)) {
      return look.passes(rule.ask().filter());
    }
    Passage passage = looks.asked().passage(rule.ask().passage());
    return look.lost(passage) || look.regained(passage);
  }

  private Hit hit(AlertRule rule, String name, RevisionLook look) {
    Instant at = look.revised().at();
    String id = kind(rule) + " " + name;
    if (kind(rule).equals(EDIT)) {
      return new Hit(id, at, () -> look.finding(rule.ask(), id), look::alike);
    }
    Passage passage = looks.asked().passage(rule.ask().passage());
    boolean lost = look.lost(passage);
    return new Hit(id, at, () -> look.finding(rule.ask(), id, passage, lost), () -> id);
  }

  private List<Hit> gone() {
    List<Hit> hits = new ArrayList<>();
    Map<Integer, Integer> times = new HashMap<>();
    int version = 0;
    for (Entry entry : timeline.entries()) {
      version = shown(entry, version);
      if (entry instanceof Entry.NotAnArticle not
          && NOT_FOUND.contains(not.reason())
          && version > 0) {
        int nth = times.merge(version, 1, Integer::sum);
        String id = GONE + " " + timeline.article().key() + " " + digest(version) + " " + nth;
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
    return story(revised.version(), looks.links().revision(timeline.article(), revised.version()));
  }

  private Story story(int version, String link) {
    ArticleVersion state = version(version);
    return new Story(
        timeline.article().key(),
        timeline.article().outlet(),
        Truncation.shortened(OneLine.of(CleanText.of(state.headline())), HEADLINE),
        state.isLanguageGuessed() ? "" : state.language(),
        timeline.article().uri(),
        link.isEmpty() ? looks.links().article(timeline.article()) : link);
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
    if (look == null) {
      boolean found = hits(rule).stream().anyMatch(hit -> hit.id().equals(id));
      return found ? back() : withdrawn();
    }
    return stillFires(rule, id, look) ? editedAgain(look) : judged(look);
  }

  /** Whether {@link #hits} has it, asked of one revision alone. */
  private boolean stillFires(AlertRule rule, String id, RevisionLook look) {
    String kind = id.substring(0, id.indexOf(' '));
    boolean ofRevisions = kind.equals(EDIT) || kind.equals(PASSAGE);
    return ofRevisions && kind.equals(kind(rule)) && concerns(rule) && fires(rule, look);
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
