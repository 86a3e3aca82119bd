"""The Idva's pages, and the page on which an Idva is named. The same in both arms."""
