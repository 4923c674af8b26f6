package stet.extract.furniture;

import java.util.HashMap;
import java.util.Map;
import stet.extract.page.Passage;

/** What a page's passages say in the words of one language; each is read once. */
public final class Speech {
  private final Lexicon lexicon;
  private final Map<Passage, SpokenWords> said = new HashMap<>();

  public Speech(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  SpokenWords of(Passage passage) {
    return said.computeIfAbsent(passage, p -> new SpokenWords(p.text(), lexicon));
  }
}
