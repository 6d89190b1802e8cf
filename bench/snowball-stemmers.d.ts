declare module 'snowball-stemmers' {
  const snowball: { newStemmer(language: string): { stem(word: string): string } };
  // biome-ignore lint/style/noDefaultExport: the package is one CommonJS object.
  export default snowball;
}
