/**
 * The language of a text that states none, told from the text: the one place where it is guessed.
 * Pure: the model lies in the program, and is loaded when the first such text is read.
 */
@org.jspecify.annotations.NullMarked
package stet.extract.language;
