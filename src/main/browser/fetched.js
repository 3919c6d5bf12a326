// A bundle that comes only when it is needed, and only as the page names it.

export function fetched(src, integrity) {
  if (!document.querySelector(`link[href="${src}"], script[src="${src}"]`)) {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: src });
    link.integrity = integrity;
    document.head.append(link);
  }
  return import(src);
}
