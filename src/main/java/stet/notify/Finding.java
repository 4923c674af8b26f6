package stet.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule asks to be told of. It holds all that a message shows of it, so that it can
 * be told as it was found, whatever becomes of the collection until then.
 *
 * @param id equal for the same event whenever it is found, and for no other
 * @param event what kind of thing it is
 * @param story which article it concerns; null where it concerns none, as that a host blocks us
 * @param change what was edited; null where it is no edit
 * @param sentence what happened, in one sentence that claims no more than was seen
 * @param words those in it that the rule asked for; empty where it asked for none
 * @param alike other articles on which the same edit was made
 */
public record Finding(
    String id,
    Event event,
    @Nullable Story story,
    @Nullable Change change,
    String sentence,
    List<String> words,
    List<Story> alike) {
  /** What is said of a passage that went. */
  public static final String PASSAGE_LEFT =
      "The passage stood in the text that was last seen before this edit, and does not stand in the"
          + " new one.";

  public Finding {
    words = List.copyOf(words);
    alike = List.copyOf(alike);
  }

  /** Whether it is a passage that went, and did not come back. */
  public boolean isPassageLost() {
    return event == Event.PASSAGE && sentence.equals(PASSAGE_LEFT);
  }

  /** The kinds of things that rules can ask for. */
  public enum Event {
    /** An article was revised. */
    EDIT,
    /** The text of an article returned to that of an earlier version. */
    CAME_BACK,
    /** A page was not found where its article had been. */
    GONE,
    /** A notice came. */
    NOTICE,
    /** A passage that somebody cites changed or went. */
    PASSAGE,
    /** Revisions look like a new page template and are held until a person decides. */
    HELD,
    /** No check of any page of an outlet has shown anything for a while. */
    OUTLET_UNREADABLE,
    /** No list of an outlet has named a new page for a while. */
    OUTLET_SILENT,
    /** How rules, feeds and channels are doing. */
    UPKEEP
  }

  /**
   * An article as a message names it.
   *
   * @param key its key in the collection
   * @param outlet whose it is, such as {@code paper.example}
   * @param headline as the page gave it when it was found, in one line; may be empty
   * @param language of the text as its page states it, BCP 47; empty where it states none
   * @param uri its address at the publisher
   * @param link the page that shows this finding; empty where the collection is not published
   */
  public record Story(
      String key, String outlet, String headline, String language, String uri, String link) {}
}
