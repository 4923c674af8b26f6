/** Which outlets printed one story, and what each of them changed in what they share. */
@org.jspecify.annotations.NullMarked
package stet.app.copies;
