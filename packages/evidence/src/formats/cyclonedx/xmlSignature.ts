/** The namespace of a signature inside of an XML document. Source: W3C XML Signature. */
export const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
