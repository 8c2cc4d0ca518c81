/* The data inside the page: base64, gzip, then JSON or whole numbers of variable length. */
Atlas.decode = (() => {
  async function bytes(id) {
    const text = document.getElementById(id).textContent.trim();
    const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  const json = async (id) => JSON.parse(new TextDecoder().decode(await bytes(id)));

  /* Reads numbers one after the other; seven bits a byte, the lowest first. */
  function reader(source, start = 0) {
    let at = start;
    function unsigned() {
      let value = 0;
      let weight = 1;
      let byte = source[at++];
      while (byte >= 128) {
        value += (byte - 128) * weight;
        weight *= 128;
        byte = source[at++];
      }
      return value + byte * weight;
    }
    const unfold = (value) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    return {
      unsigned,
      signed: () => unfold(unsigned()),
      optional(scale) {
        const value = unsigned();
        return value === 0 ? NaN : unfold(value - 1) / scale;
      },
    };
  }

  return { bytes, json, reader };
})();
