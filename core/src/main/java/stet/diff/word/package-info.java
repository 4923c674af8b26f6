/** Text to tokens: words, sentences, vocabularies, and how alike two bags of words are. */
@org.jspecify.annotations.NullMarked
package stet.diff.word;
