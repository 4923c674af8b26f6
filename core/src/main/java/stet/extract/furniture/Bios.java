package stet.extract.furniture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.extract.furniture.Lexicon.Form;
import stet.extract.page.Passage;
import stet.text.FoldedText;

/** Tells lines about an author, which stand below a story, from what a story says of a person. */
public final class Bios {
  private static final int LONGEST = 600;

  /** A name and what it stands for, without a sentence. */
  private static final int CREDIT = 80;

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]+(?:"
              + " (?:\\p{Lu}[\\p{L}'’.-]*|d[aeiou]s?|van|von|der|den|bin|al)){1,4}");

  private final Pleas pleas;
  private final List<String> authors;

  /**
   * @param authors the story's authors as its head or its author line name them
   */
  public Bios(Pleas pleas, List<String> authors) {
    this.pleas = pleas;
    this.authors = authors.stream().map(FoldedText::of).filter(a -> a.length() > 4).toList();
  }

  /**
   * Whether the passage says who the author is: a name and what the person does at the paper.
   *
   * @param slanted whether all of it stands in italics
   */
  public boolean bio(Passage passage, boolean slanted) {
    String text = passage.text();
    if (text.length() > LONGEST || passage.kind() == Passage.Kind.HEADING) {
      return false;
    }
    SpokenWords words = pleas.said(passage);
    int name = name(text);
    boolean known = authors.stream().anyMatch(passage.folded()::startsWith);
    if (name == 0 && !known || words.quotes()) {
      return false;
    }
    boolean does = near(words, Math.max(1, name), Form.DOES);
    boolean is = near(words, Math.max(1, name), Form.IS);
    boolean paper = words.has(Form.ROLE) || pleas.namesOutlet(passage);
    if (known) {
      return does || is && paper || slanted && (paper || words.has(Form.DOES));
    }
    if (slanted && words.has(Form.ROLE) && text.length() <= CREDIT) {
      return true;
    }
    boolean says = does || slanted && words.has(Form.DOES) || is && words.has(Form.ROLE);
    // Who somebody is, and what that person writes about: a report tells one or the other.
    boolean both = is && words.has(Form.ROLE) && words.has(Form.DOES);
    return says && (slanted || both || pleas.namesOutlet(passage));
  }

  /** How many words the name has with which the text begins; 0 where it begins with none. */
  private static int name(String text) {
    Matcher name = NAME.matcher(text);
    return name.lookingAt() ? name.group().split("[ '’-]").length : 0;
  }

  /** Whether such a phrase follows the name, with an apposition between at most. */
  private static boolean near(SpokenWords words, int from, Form form) {
    for (int i = Math.max(1, from - 2); i <= from + 1; i++) {
      if (words.at(i, form)) {
        return true;
      }
    }
    return false;
  }
}
