package stet.diff.word;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A quotation as a person pastes it: words, parted where something was left out. */
public final class Quotations {
  /** Paragraphs of a pasted text, and what a quotation left out. */
  private static final Pattern PARTS = Pattern.compile("\\R|\\[\\s*(?:\\.{3}|…)\\s*]|\\.{3}|…");

  private Quotations() {}

  /** Its parts, each with the words that must be there in a row; empty where there is no word. */
  public static List<List<String>> parts(String text) {
    List<List<String>> parts = new ArrayList<>();
    for (String part : PARTS.split(text)) {
      List<String> words = SearchWords.of(part).words();
      if (!words.isEmpty()) {
        parts.add(words);
      }
    }
    return parts;
  }
}
