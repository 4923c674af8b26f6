package stet.extract.furniture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import stet.article.Notice;
import stet.extract.body.Credits;
import stet.extract.body.Lines;
import stet.extract.body.Rails;
import stet.extract.body.StatedBody;
import stet.extract.date.DateLabels;
import stet.extract.date.DateLines;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.field.Bylines;
import stet.extract.field.Headlines;
import stet.extract.notice.Notices;
import stet.extract.page.DateContext;
import stet.extract.page.Links;
import stet.extract.page.Passage;
import stet.text.FoldedText;

/** Takes what is not running text out of the story's place. */
public final class BodyTidy {
  /** A line that announces other stories ends the story only behind this share of it. */
  private static final double LATE = 0.45;

  /** So much prose above a headline is text, in letters. */
  private static final int PREAMBLE = 200;

  /** Titles of other stories are shorter or end without a stop. */
  private static final int SENTENCE = 90;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？।…][\"'”’»)]*$");

  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_CAPTION = 300;

  /** Captions are repeated by galleries at any length. */
  private static final int LONGEST_REPEAT = 900;

  private final List<Passage> story;
  private final Headlines.Found headline;
  private final StatedBody stated;
  private final Set<String> pictured;
  private final Set<String> captions;
  private final boolean bare;

  /**
   * @param pictured letters of the alternative texts and captions of the page's pictures
   * @param captions letters of what the page sets as lines under pictures
   * @param bare whether the page is a fragment out of a content system, without other pages' links
   */
  public BodyTidy(
      List<Passage> story,
      Headlines.Found headline,
      StatedBody stated,
      Set<String> pictured,
      Set<String> captions,
      boolean bare) {
    this.captions = captions;
    this.bare = bare;
    this.story = story;
    this.headline = headline;
    this.stated = stated;
    this.pictured = pictured;
  }

  /** The running text alone, in page order. */
  public List<Passage> tidy() {
    String title = FoldedText.letters(headline.text());
    List<Passage> kept = new ArrayList<>();
    for (Passage passage : ended(below(story))) {
      boolean repeats = passage.letters().equals(title);
      boolean text = running(passage) || stated.holds(passage) && !teaser(passage);
      if (!repeats && text) {
        kept.add(passage);
      }
    }
    return trimmed(kept);
  }

  /** A line that is a link within the site and nothing else announces another story. */
  private static boolean teaser(Passage passage) {
    return passage.linkShare() > 0.95
        && passage.text().length() < LONGEST_CAPTION
        && !Links.leaveSite(passage.element());
  }

  private boolean running(Passage passage) {
    boolean links =
        !bare
            && passage.linkShare() > 0.7
            && passage.text().length() < LONGEST_CAPTION
            && !sentence(passage)
            && !Links.leaveSite(passage.element())
            && !Links.offerFile(passage.element());
    boolean caption = passage.kind() == Passage.Kind.CAPTION || captionLine(passage);
    return !links
        && !caption
        && !Lines.furniture(passage)
        && !passage.settings()
        && !insert(passage);
  }

  /** Whether a paragraph that is a link as a whole is a sentence of the story, not a title. */
  private static boolean sentence(Passage passage) {
    String text = passage.text();
    return passage.kind() == Passage.Kind.PARAGRAPH
        && passage.weight() >= SENTENCE
        && SENTENCE_END.matcher(text).find()
        && passage.element().normalName().equals("p");
  }

  private boolean captionLine(Passage passage) {
    String text = passage.text();
    if (text.length() <= LONGEST_CAPTION && Credits.endsWithCredit(text)) {
      return true;
    }
    if (text.length() <= 20 || text.length() > LONGEST_REPEAT) {
      return false;
    }
    return !pictured.isEmpty()
        && (pictured.contains(passage.letters()) || picturedUncredited(text))
        && !quoted(passage);
  }

  /** Whether a picture has the words that the text has beside a credit. */
  private boolean picturedUncredited(String text) {
    String words = Credits.part(text).text();
    return words.length() < text.length() && pictured.contains(FoldedText.letters(words));
  }

  /** Whether a caption of its own repeats the paragraph, which is the story's. */
  private boolean quoted(Passage passage) {
    return passage.prose()
        && passage.kind() == Passage.Kind.PARAGRAPH
        && captions.contains(passage.letters());
  }

  /** What stands above a headline inside the story's place is navigation, unless it is most. */
  private List<Passage> below(List<Passage> passages) {
    Passage head = headline.passage();
    if (head == null) {
      return passages;
    }
    List<Passage> below = passages.stream().filter(p -> p.order() > head.order()).toList();
    boolean story = weight(below) * 2 <= weight(passages) || opened(passages, head);
    return story ? passages : below;
  }

  /** Whether text stands above the headline beside it, as where a preamble opens a document. */
  private static boolean opened(List<Passage> passages, Passage head) {
    Element beside = head.element().parent();
    List<Passage> preamble =
        passages.stream()
            .filter(p -> p.order() < head.order())
            .filter(p -> p.element().parent() == beside)
            .toList();
    return weight(preamble) >= PREAMBLE;
  }

  private static int weight(List<Passage> passages) {
    return passages.stream().filter(Passage::prose).mapToInt(p -> p.weight()).sum();
  }

  /**
   * Cuts the story where a line announces other stories. Where the story goes on behind them in the
   * same element, only the line and the stories that it announces go.
   */
  private List<Passage> ended(List<Passage> passages) {
    int whole = weight(passages);
    int read = 0;
    int lastStated =
        passages.stream().filter(stated::holds).mapToInt(Passage::order).max().orElse(-1);
    List<Passage> kept = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      boolean late = read >= whole * LATE && passage.order() > lastStated;
      if (late && Lines.endsStory(passage)) {
        int on = Lines.closesStory(passage) ? -1 : Rails.resumes(passages, i, kept);
        if (on < 0) {
          return kept;
        }
        i = on - 1;
        continue;
      }
      kept.add(passage);
      read += passage.prose() ? passage.weight() : 0;
    }
    return kept;
  }

  /** The same without headings at the end, which head nothing. */
  static List<Passage> trimmed(List<Passage> kept) {
    int end = kept.size();
    while (end > 0 && kept.get(end - 1).kind() == Passage.Kind.HEADING) {
      end--;
    }
    return kept.subList(0, end);
  }

  /** Prose amid the stated text that the statement does not hold: a box set into the story. */
  private boolean insert(Passage passage) {
    if (!stated.complete() || stated.holds(passage) || !passage.prose()) {
      return false;
    }
    boolean before = false;
    boolean after = false;
    for (Passage other : story) {
      boolean held = stated.holds(other);
      before |= held && other.order() < passage.order();
      after |= held && other.order() > passage.order();
    }
    return before && after;
  }

  /**
   * Takes out lines that state the page's dates: labelled ones anywhere, bare ones and author lines
   * before the first paragraph.
   */
  public static List<Passage> undated(List<Passage> story, DateContext context) {
    List<Passage> kept = new ArrayList<>();
    boolean begun = false;
    for (Passage passage : story) {
      boolean line = passage.text().length() <= LONGEST_LINE && dateLine(passage, begun, context);
      if (!line) {
        kept.add(passage);
      }
      begun |= passage.prose();
    }
    return kept;
  }

  private static boolean dateLine(Passage passage, boolean begun, DateContext context) {
    String text = passage.text();
    if (!begun && Bylines.line(text)) {
      return true;
    }
    boolean heading = begun && passage.kind() == Passage.Kind.HEADING;
    if (!heading && (Lines.relative(passage.folded()) || DateLines.whole(text, context))) {
      return true;
    }
    List<FoundDate> dates = DateReader.find(text, context);
    if (dates.isEmpty()) {
      return false;
    }
    int dated = dates.stream().mapToInt(d -> d.end() - d.start()).sum();
    String before = text.substring(0, dates.get(0).start());
    boolean labelled = DateLabels.last(before) != null && before.length() < 40;
    int rest = text.length() - dated - (labelled ? before.length() : 0);
    if (labelled && Notices.explains(text, text.substring(dates.get(0).end()))) {
      return false;
    }
    return labelled ? rest < 40 : !begun && dated * 2 >= text.length();
  }

  /**
   * Takes the notices out of the story into the list; the rest comes back. A notice may stand under
   * a heading that only says what it is.
   */
  public static List<Passage> notices(
      List<Passage> story, DateContext context, List<Notice> found) {
    List<Passage> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < story.size(); i++) {
      Passage passage = story.get(i);
      Optional<Notice> notice =
          passage.kind() == Passage.Kind.HEADING
              ? Optional.empty()
              : Notices.of(passage.text(), context);
      if (notice.isEmpty() && i + 1 < story.size()) {
        notice = headed(passage, story.get(i + 1), context);
        i += notice.isPresent() ? 1 : 0;
      }
      if (notice.isEmpty()) {
        kept.add(passage);
      } else if (seen.add(notice.get().text())) {
        found.add(notice.get());
      }
    }
    return kept;
  }

  private static Optional<Notice> headed(Passage head, Passage next, DateContext context) {
    boolean last = next.kind() == Passage.Kind.HEADING;
    return last
        ? Optional.empty()
        : Notices.label(head.text())
            .filter(kind -> kind != Notice.Kind.UPDATE)
            .map(kind -> Notices.headed(kind, head.text(), next.text(), context));
  }
}
