/** For servers that give a job its tokens once, when it starts: more documents than any job has. */
export const MANY_USES = 200;
