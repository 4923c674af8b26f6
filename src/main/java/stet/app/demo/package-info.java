/** The newsroom of the demonstration, which is fictional. */
@org.jspecify.annotations.NullMarked
package stet.app.demo;
