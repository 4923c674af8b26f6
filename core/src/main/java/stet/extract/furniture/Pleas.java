package stet.extract.furniture;

import java.util.List;
import stet.extract.furniture.Lexicon.Form;
import stet.extract.notice.Notices;
import stet.extract.page.Passage;

/**
 * Tells by its words what an outlet says to its readers from what it reports. The words are in a
 * table; what counts is which kinds of them come together.
 */
public final class Pleas {
  private static final int LONGEST_LINE = 170;
  private static final int LONGEST_START = 380;
  private static final int LONGEST_PLEA = 520;
  private static final int LONGEST_FRAGMENT = 60;
  private static final double LINKED = 0.3;

  /** A longer text asks from its beginning, and more than once. */
  private static final int SHORT = 200;

  private static final int SIGNS = 4;

  /** A text that speaks of itself in so many of its paragraphs is no report. */
  private static final double OWN_VOICE = 0.25;

  private final Lexicon lexicon;
  private final Outlet outlet;
  private final boolean reports;
  private boolean addresses;
  private final Speech speech;

  public Pleas(Speech speech, Outlet outlet, List<Passage> story) {
    this.speech = speech;
    this.lexicon = speech.lexicon();
    this.outlet = outlet;
    int prose = 0;
    int own = 0;
    int spoken = 0;
    for (Passage passage : story) {
      if (passage.prose() && !asks(passage)) {
        prose++;
        SpokenWords words = said(passage);
        own += words.has(Form.OURS) && !words.quotes() ? 1 : 0;
        spoken += words.has(Form.YOURS) && !words.quotes() ? 1 : 0;
      }
    }
    this.reports = own < 2 || own < prose * OWN_VOICE;
    this.addresses = spoken >= 2 && spoken >= prose * OWN_VOICE;
  }

  SpokenWords said(Passage passage) {
    return speech.of(passage);
  }

  boolean namesOutlet(Passage passage) {
    return said(passage).has(Form.OURS) || outlet.namedIn(said(passage));
  }

  /** Whether the passage is no report by its words alone. */
  public boolean furniture(Passage passage) {
    return judged(passage) && !notice(passage);
  }

  /** Whether the text says, or may say, what was changed in it: that is never furniture. */
  private boolean notice(Passage passage) {
    return said(passage).has(Form.NOTICE) && said(passage).has(Form.SELF)
        || Notices.kind(passage.text()).isPresent();
  }

  private boolean judged(Passage passage) {
    return line(passage) || reports && (start(passage) || asks(passage));
  }

  /** Whether a line says of the box round it that a machine made it. */
  public boolean marks(Passage passage) {
    return passage.text().length() <= LONGEST_LINE * 2
        && !said(passage).quotes()
        && lexicon.marks(passage.folded());
  }

  private boolean line(Passage passage) {
    String text = passage.text();
    if (text.length() > LONGEST_LINE || said(passage).quotes()) {
      return false;
    }
    return lexicon.fits(Form.LINE, passage.folded())
        || passage.linkShare() > LINKED && lexicon.fits(Form.LINKED, passage.folded())
        || fragment(passage);
  }

  private boolean start(Passage passage) {
    return passage.text().length() <= LONGEST_START
        && !said(passage).quotes()
        && lexicon.fits(Form.START, passage.folded());
  }

  /** Whether the outlet asks its readers for something, or offers it. */
  private boolean asks(Passage passage) {
    if (passage.text().length() > LONGEST_PLEA) {
      return false;
    }
    SpokenWords words = said(passage);
    boolean heading = passage.kind() == Passage.Kind.HEADING;
    boolean ours = namesOutlet(passage);
    boolean bids = words.has(Form.OPEN) || words.has(Form.CALL);
    boolean named = heading || words.has(Form.WARE);
    boolean asks =
        bids && (ours && named || words.has(Form.OFFER)) || heading && words.has(Form.OFFER);
    boolean brief = passage.text().length() <= SHORT;
    boolean spoken = brief && (!addresses && toReaders(words, ours, bids) || ofItself(words));
    return !words.quotes() && (spoken || asks && (brief || insistent(words)));
  }

  /** Whether a short text speaks to its readers of what the outlet has for them. */
  private static boolean toReaders(SpokenWords words, boolean ours, boolean bids) {
    boolean yours = words.has(Form.YOURS);
    boolean offered = words.has(Form.OFFER) && (ours || yours || bids);
    return offered || yours && ours && (bids || words.has(Form.OFFER));
  }

  /**
   * Whether a short text says of itself what no report says: where it was printed, how old it is.
   */
  private static boolean ofItself(SpokenWords words) {
    return words.has(Form.SELF) && words.count(Form.ABOUT) > 0;
  }

  /** Whether a text of some length is an appeal and not a report with one at its end. */
  private static boolean insistent(SpokenWords words) {
    int signs = words.count(Form.OPEN) + words.count(Form.CALL) + words.count(Form.WARE);
    return signs + 2 * words.count(Form.OFFER) >= SIGNS && words.bidsEarly();
  }

  /** Whether a passage in a box of its own asks for something, of the outlet or not. */
  boolean bids(Passage passage) {
    SpokenWords words = said(passage);
    boolean bids = words.has(Form.OPEN) || words.has(Form.CALL);
    return words.has(Form.OFFER) || bids && words.has(Form.WARE) && leans(passage);
  }

  /** Whether a passage in a box of its own leans that way: less is asked of it. */
  boolean leans(Passage passage) {
    SpokenWords words = said(passage);
    int signs = words.has(Form.OPEN) || words.has(Form.CALL) ? 1 : 0;
    signs += words.has(Form.WARE) ? 1 : 0;
    signs += words.has(Form.OFFER) ? 2 : 0;
    signs += namesOutlet(passage) ? 1 : 0;
    return signs >= 2 && !words.quotes() && passage.text().length() <= LONGEST_PLEA;
  }

  /** Figures of a clock, a thermometer or a stock exchange: pieces without a sentence. */
  private static boolean fragment(Passage passage) {
    String text = passage.text();
    if (text.length() > LONGEST_FRAGMENT || passage.kind() != Passage.Kind.PARAGRAPH) {
      return false;
    }
    boolean figure = text.indexOf('°') >= 0 || text.indexOf('%') >= 0;
    return figure
        && passage.element().childrenSize() >= 2
        && passage.element().ownText().isBlank()
        && !text.matches("(?s).*[.!?]$");
  }

  boolean reports() {
    return reports;
  }
}
