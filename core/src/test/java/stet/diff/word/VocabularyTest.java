package stet.diff.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {
  /** A number is given out while the room for numbers grows, again and again. */
  @Test
  void aCapitalisedWordIsTheSmallOneHoweverManyThereAre() {
    for (int ahead = 0; ahead < 3; ahead++) {
      Vocabulary vocabulary = new Vocabulary();
      for (int k = 0; k < ahead; k++) {
        vocabulary.newId();
      }
      for (int k = 0; k < 5_000; k++) {
        int id = id(vocabulary, "Plaza" + k);
        int small = id(vocabulary, "plaza" + k);
        assertThat(vocabulary.loose(id)).as("word %d of %d ahead", k, ahead).isEqualTo(small);
        assertThat(vocabulary.weight(id)).isEqualTo(Vocabulary.CONTENT);
        assertThat(vocabulary.sameLetters(id, small)).isTrue();
        assertThat(vocabulary.sameLetters(id, 0)).isEqualTo(id == 0);
      }
    }
  }

  private static int id(Vocabulary vocabulary, String word) {
    return vocabulary.id(word.toCharArray(), word.length());
  }
}
